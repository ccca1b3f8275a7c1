/**
 * What CDI makes of the registry address of a DataImportCron with pod pull: first it polls the address for its digest, then
 * a DataVolume imports the address with the digest behind it.
 * Source: CDI pkg/controller/dataimportcron-controller.go (createImportDataVolume, untagDigestedDockerURL).
 */
import { remembered } from '../../devices/remembered.ts'
import { isDigest, parseRegistryUrl, type ReferenceProblem } from './registry-reference.ts'

/** Why nothing is ever imported, although CDI's admission takes the address. */
export type ImportProblem = ReferenceProblem | 'archive' | 'pinned' | 'tag-stays'

const SCHEME = 'docker://'
/** Any digest would do. */
const SOME_DIGEST = `sha256:${'0'.repeat(64)}`

/** Clusters with the same common templates have the same addresses. */
export const importProblem = remembered(findImportProblem)

function findImportProblem(url: string): ImportProblem | undefined {
  // The digest ends up in the name of the file.
  if (/^oci-archive:/i.test(url)) return 'archive'
  const polled = parseRegistryUrl(url)
  if (!polled.ok) return polled.problem
  if (parseRegistryUrl(importUrl(url, SOME_DIGEST)).ok) return undefined
  return isDigest(polled.reference.reference) ? 'pinned' : 'tag-stays'
}

/** The address of the import of one that the poller can read; `digest` is what the poller found. */
export function importUrl(url: string, digest: string): string {
  const polled = parseRegistryUrl(url)
  const tagged = url.includes(':', url.lastIndexOf('/'))
  // Before the first slash Go takes a tag or a digest for a port, and CDI leaves what is no URL as it is.
  if (!polled.ok || !tagged || !url.includes('/', SCHEME.length)) return `${url}@${digest}`
  const { host, repository, reference } = polled.reference
  return isDigest(reference) ? `${url}@${digest}` : `${SCHEME}${host}/${repository}@${digest}`
}
