import { stringAt } from '../json/json.ts'
import type { ClusterPrediction } from '../prediction/predict-cluster.ts'
import type { NamedItem } from '../resource-list/resource-list.ts'
import type { Package, PackageRule } from './rule.ts'
import { quote } from './support/wording.ts'
import { type WrittenCron, writtenCrons } from './support/written-crons.ts'

/** What gives access to a registry, by the field that names it. */
const KINDS = { certConfigMap: 'ConfigMap', secretRef: 'Secret' } as const

type Field = keyof typeof KINDS
const FIELDS: readonly Field[] = ['certConfigMap', 'secretRef']

export const registryAccessInOneNamespace: PackageRule = {
  id: 'registry-access-in-one-namespace',
  severity: 'warning',
  scope: 'package',
  summary: 'What gives access to a registry is in one of the two namespaces that need it.',
  why: "With `pullMethod: pod` two pods ask the registry: CDI's poller in CDI's own namespace, and the importer in that of the image. Each reads the ConfigMap of `certConfigMap` and the Secret of `secretRef` in its own namespace, and where one is missing it does not start.",
  remediation: 'Keep the ConfigMap or Secret in both namespaces.',
  sources: ['containerized-data-importer, pkg/controller/dataimportcron-controller.go, initCronJob'],
  check: (input) => {
    const crons = writtenCrons(input.clusters, input.existingCrons)
    const references = crons.flatMap((cron) => FIELDS.flatMap((field) => referenceOf(cron, field, input)))
    const namespaces = references.length > 0 ? namespacesByName(input.objects()) : new Map<string, Set<string>>()
    return references.flatMap((reference) => problemsOf(reference, namespaces))
  },
}

/** What a DataImportCron needs in several namespaces. */
interface Reference {
  readonly cron: WrittenCron
  readonly field: Field
  readonly name: string
  readonly wanted: readonly (string | undefined)[]
}

function referenceOf(cron: WrittenCron, field: Field, { clusters }: Package): Reference[] {
  const registry = cron.spec.template.spec.source?.registry
  const name = registry?.[field]
  const cluster = clusters.find(({ items }) => items.name === cron.about.cluster) ?? onlyOf(clusters)
  if (name === undefined || registry?.pullMethod === 'node' || !cluster) return []
  const operator = stringAt(cluster.hyperConverged, 'metadata', 'namespace')
  return [{ cron, field, name, wanted: [operator, cron.metadata.namespace ?? cluster.goldenImagesNamespace] }]
}

function problemsOf({ cron, field, name, wanted }: Reference, namespaces: ReadonlyMap<string, ReadonlySet<string>>) {
  const kind = KINDS[field]
  const found = namespaces.get(`${kind} ${name}`)
  const [missing] = wanted.filter((namespace) => namespace !== undefined && !found?.has(namespace))
  // One that is in neither may be kept elsewhere.
  if (missing === undefined || !wanted.some((namespace) => found?.has(namespace ?? ''))) return []
  return [
    {
      ...cron.about,
      path: cron.at(`spec.template.spec.source.registry.${field}`),
      currentValue: name,
      message: `${cron.name} needs the ${kind} ${quote(name)} in the namespace ${quote(missing)}, too: CDI's poller and its importer run in two namespaces, and each reads its own`,
    },
  ]
}

function onlyOf(clusters: readonly ClusterPrediction[]): ClusterPrediction | undefined {
  return clusters.length === 1 ? clusters[0] : undefined
}

/** By kind and name: where there is one. */
function namespacesByName(objects: readonly NamedItem[]): Map<string, Set<string>> {
  const kinds = new Set<string | undefined>(Object.values(KINDS))
  const namespaces = new Map<string, Set<string>>()
  for (const item of objects) {
    if (item.apiVersion !== 'v1' || !kinds.has(item.kind)) continue
    const metadata = item.metadata()
    const key = `${item.kind} ${stringAt(metadata, 'name') ?? ''}`
    const known = namespaces.get(key) ?? new Set()
    namespaces.set(key, known.add(stringAt(metadata, 'namespace') ?? ''))
  }
  return namespaces
}
