import { type JsonValue, stringAt } from '../json/json.ts'
import type { ClusterPrediction } from '../prediction/predict-cluster.ts'
import type { NamedItem } from '../resource-list/resource-list.ts'
import type { Package, PackageRule } from './rule.ts'
import { quote } from './support/wording.ts'
import { type WrittenCron, writtenCrons } from './support/written-crons.ts'

/** What gives access to a registry, by the field that names it. */
const KINDS = { certConfigMap: 'ConfigMap', secretRef: 'Secret' } as const

type Field = keyof typeof KINDS

export const registryAccessInOneNamespace: PackageRule = {
  id: 'registry-access-in-one-namespace',
  severity: 'warning',
  scope: 'package',
  summary: 'What gives access to a registry is in one of the two namespaces that need it.',
  why: "With `pullMethod: pod` two pods ask the registry: CDI's poller in CDI's own namespace, and the importer in that of the image. Each reads the ConfigMap of `certConfigMap` and the Secret of `secretRef` in its own namespace, and where one is missing it does not start.",
  remediation: 'Keep the ConfigMap or Secret in both namespaces.',
  sources: ['containerized-data-importer, pkg/controller/dataimportcron-controller.go, initCronJob'],
  check: (input) =>
    writtenCrons(input.clusters, input.existingCrons).flatMap((cron) =>
      (['certConfigMap', 'secretRef'] as const).flatMap((field) => problemsOf(cron, field, input)),
    ),
}

function problemsOf(cron: WrittenCron, field: Field, { clusters, objects }: Package) {
  const { name, metadata, spec, at, about } = cron
  const registry = spec.template.spec.source?.registry
  const named = registry?.[field]
  const cluster = clusters.find(({ items }) => items.name === about.cluster) ?? onlyOf(clusters)
  if (named === undefined || registry?.pullMethod === 'node' || !cluster) return []
  const kind = KINDS[field]
  const wanted = [
    stringAt(cluster.hyperConverged, 'metadata', 'namespace'),
    metadata.namespace ?? cluster.goldenImagesNamespace,
  ]
  const found = namespacesOf(objects, kind, named)
  const [missing] = wanted.filter((namespace) => namespace !== undefined && !found.has(namespace))
  // One that is in neither may be kept elsewhere.
  if (missing === undefined || !wanted.some((namespace) => found.has(namespace ?? ''))) return []
  return [
    {
      ...about,
      path: at(`spec.template.spec.source.registry.${field}`),
      currentValue: named,
      message: `${name} needs the ${kind} ${quote(named)} in the namespace ${quote(missing)}, too: CDI's poller and its importer run in two namespaces, and each reads its own`,
    },
  ]
}

function onlyOf(clusters: readonly ClusterPrediction[]): ClusterPrediction | undefined {
  return clusters.length === 1 ? clusters[0] : undefined
}

/** Where an object of that kind and name is. */
function namespacesOf(objects: readonly NamedItem[], kind: string, name: string): Set<string> {
  // The text first: most objects are not looked at otherwise.
  const metadata = objects
    .filter((item) => item.kind === kind && item.apiVersion === 'v1' && item.text.includes(name))
    .map((item): JsonValue | undefined => item.metadata())
  const meant = metadata.filter((one) => stringAt(one, 'name') === name)
  return new Set(meant.map((one) => stringAt(one, 'namespace') ?? ''))
}
