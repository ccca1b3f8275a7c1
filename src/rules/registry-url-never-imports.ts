import type { Problem } from '../findings/finding.ts'
import { objectAt, stringAt } from '../json/json.ts'
import { goUrlScheme } from '../kubernetes/go-url.ts'
import { type ImportProblem, importProblem } from '../operators/cdi/import-url.ts'
import { templateName } from '../operators/hco/template.ts'
import { type ClusterPrediction, isOperating, isReadable } from '../prediction/predict-cluster.ts'
import type { Readable } from '../prediction/prediction.ts'
import type { Package, PackageRule } from './rule.ts'
import { enabledEntries } from './support/enabled-entries.ts'
import { nameTemplate, quote } from './support/wording.ts'

const PATH = 'spec.template.spec.source.registry.url'

/** A digest in the address, with a tag before it or not. */
type Pinned = 'pinned' | 'tag-and-digest'

/** What is wrong, and what to write. That one is pinned by digest is for `digest-pinned-url` to say. */
const ADVICE: { readonly [problem in Exclude<ImportProblem, Pinned>]: string } = {
  scheme: 'the importer reads `docker://` in lower-case letters alone; write that',
  'slashes-missing': 'the importer reads no address without `//` behind `docker:`; write `docker://`',
  user: 'the importer reads no user in an address; name the login by `secretRef`',
  'upper-case': 'the importer reads lower-case letters alone in the path; write those',
  'hexadecimal-name': 'the importer takes 64 hexadecimal digits for no name of an image; write its path',
  'name-too-long': 'the importer reads at most 255 characters of host and path; name a shorter path',
  'digest-unusable': 'the importer reads no such digest; name the image by a tag',
  format: 'the importer does not read it; write `docker://HOST/PATH:TAG`',
  archive: 'CDI puts the digest that it found into the name of the archive; name an image of a registry',
  'tag-stays':
    'CDI leaves a tag right behind the first name in place when it puts the digest behind, and the importer reads not both; write the host, too',
}

export const registryUrlNeverImports: PackageRule = {
  id: 'registry-url-never-imports',
  severity: 'error',
  scope: 'package',
  summary: "CDI's admission takes a registry address that its importer can't read.",
  why: 'The DataImportCron is admitted, and then nothing is ever imported: the poller or the importer fails at the address, again and again. It shows in the conditions of the DataImportCron and, after a while, as the alert CDIDataImportCronOutdated.',
  remediation: 'Write the address as `docker://HOST/PATH:TAG`, the scheme and the path in lower case.',
  reference: 'https://github.com/kubevirt/containerized-data-importer/blob/main/doc/os-image-poll-and-update.md',
  check: (input) => [
    ...input.clusters.filter(isReadable).flatMap((cluster) => inCluster(cluster, input)),
    ...inCrons(input),
  ],
}

function inCluster(cluster: ClusterPrediction<Readable>, { clusters }: Package): Problem[] {
  const about = {
    item: cluster.items.hyperConverged,
    ...(clusters.length > 1 && { cluster: cluster.items.name }),
  }
  const own = enabledEntries(cluster).map(({ template, path }) => ({ template, path: `${path}.${PATH}` }))
  const common = (isOperating(cluster) ? cluster.prediction.templates : [])
    .filter((one) => one.outcome === 'common')
    .map(({ common: template }) => ({ template, path: cluster.prediction.hyperConverged.paths.templates }))
  return [...own, ...common].flatMap(({ template, path }) => {
    const { url, pullMethod } = template.spec?.template.spec.source?.registry ?? {}
    const found = findIn(url, pullMethod)
    if (!found) return []
    const message = `${nameTemplate(template)} names an image that is never imported${found.words}`
    return [{ ...about, path, ...found.value, template: templateName(template), message }]
  })
}

function inCrons({ existingCrons }: Package): Problem[] {
  return existingCrons.flatMap(({ item, cluster, admission }): Problem[] => {
    const registry = objectAt(item.value(), 'spec', 'template', 'spec', 'source', 'registry')
    const found = admission.admitted && findIn(stringAt(registry, 'url'), stringAt(registry, 'pullMethod'))
    if (!found) return []
    const message = `this DataImportCron names an image that is never imported${found.words}`
    return [{ item, ...(cluster !== undefined && { cluster }), path: PATH, ...found.value, message }]
  })
}

/** What is wrong with an address. With node pull it is the node's container runtime that reads it. */
function findIn(url: string | undefined, pullMethod: string | undefined) {
  if (url === undefined || pullMethod === 'node' || !isAdmitted(url)) return undefined
  const problem = importProblem(url)
  if (problem === undefined || problem === 'pinned' || problem === 'tag-and-digest') return undefined
  // What may be a password is not repeated.
  if (problem === 'user') return { words: `: ${ADVICE[problem]}` }
  return { words: `, ${quote(url)}: ${ADVICE[problem]}`, value: { currentValue: url } }
}

/** What CDI refuses is told by itself. */
function isAdmitted(url: string): boolean {
  const scheme = goUrlScheme(url)?.scheme
  return scheme === 'docker' || scheme === 'oci-archive'
}
