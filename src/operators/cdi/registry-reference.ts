/**
 * Which registry addresses CDI's importer can read, and what it then asks a registry for. CDI's admission takes many more.
 * Source: CDI pkg/importer/transport.go (parseImageName); containers/image docker/docker_transport.go (ParseReference),
 * docker/reference/{regexp,reference,normalize}.go.
 */

/** What a registry is asked for. */
interface RegistryReference {
  /** With its port, as it is written; `docker.io` where none is. */
  readonly host: string
  readonly repository: string
  /** A tag, or a digest with its algorithm. */
  readonly reference: string
}

/** Why an address can't be read. */
export type ReferenceProblem =
  | 'scheme'
  | 'slashes-missing'
  | 'format'
  | 'user'
  | 'upper-case'
  | 'hexadecimal-name'
  | 'name-too-long'
  | 'digest-unusable'
  | 'tag-and-digest'

export type ReferenceResult =
  | { readonly ok: true; readonly reference: RegistryReference }
  | { readonly ok: false; readonly problem: ReferenceProblem }

const DEFAULT_HOST = 'docker.io'
/** Of the host and the path together, in characters. */
const LONGEST_NAME = 255
/** Hexadecimal digits of each algorithm that is known. */
const DIGEST_LENGTHS: { readonly [algorithm: string]: number } = { sha256: 64, sha384: 96, sha512: 128 }

export function parseRegistryUrl(url: string): ReferenceResult {
  const scheme = 'docker:'
  if (!url.startsWith(scheme)) return refuse('scheme')
  if (!url.startsWith('//', scheme.length)) return refuse('slashes-missing')
  return parseReference(url.slice(scheme.length + 2))
}

function parseReference(text: string): ReferenceResult {
  if (/^[a-f0-9]{64}$/.test(text)) return refuse('hexadecimal-name')
  const { host, rest } = splitHost(text)
  const [path = ''] = rest.split(':', 1)
  if (path.toLowerCase() !== path) return refuse(hasUser(text) ? 'user' : 'upper-case')

  const [, repository = '', tag, digest] =
    /^([^:@]*)(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@([^@]*))?$/.exec(rest) ?? []
  if (!isHost(host) || !repository.split('/').every(isPathComponent)) return refuse(hasUser(text) ? 'user' : 'format')
  if (digest !== undefined && !DIGEST_FORMAT.test(digest)) return refuse('format')
  if (host.length + 1 + repository.length > LONGEST_NAME) return refuse('name-too-long')
  if (digest !== undefined && !isDigest(digest)) return refuse('digest-unusable')
  if (digest !== undefined && tag !== undefined) return refuse('tag-and-digest')
  return { ok: true, reference: { host, repository, reference: digest ?? tag ?? 'latest' } }
}

function refuse(problem: ReferenceProblem): ReferenceResult {
  return { ok: false, problem }
}

/** Docker's convention: what stands before the first slash is a host when it looks like one. */
function splitHost(text: string): { host: string; rest: string } {
  const slash = text.indexOf('/')
  const first = text.slice(0, Math.max(slash, 0))
  const hasHost = slash >= 0 && (first.includes('.') || first.includes(':') || first === 'localhost')
  const written = hasHost ? first : DEFAULT_HOST
  const host = written === 'index.docker.io' ? DEFAULT_HOST : written
  const rest = hasHost ? text.slice(slash + 1) : text
  return { host, rest: host === DEFAULT_HOST && !rest.includes('/') ? `library/${rest}` : rest }
}

function isHost(host: string): boolean {
  // Where no host can stand, the library reads one component more of the path.
  if (isPathComponent(host)) return true
  const [, name = '', port] = /^([^:]*)(?::(.*))?$/s.exec(host) ?? []
  if (port !== undefined && !/^[0-9]+$/.test(port)) return false
  return name.split('.').every((label) => /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/.test(label))
}

/** Runs of lower-case letters and digits, with `.`, `_`, `__` or any number of `-` between them. */
function isPathComponent(component: string): boolean {
  return /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/.test(component)
}

const DIGEST_FORMAT = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/

/** Whether a reference, or a part of it, is a digest of an algorithm that is known, in full. */
export function isDigest(text: string): boolean {
  const [algorithm = '', hex = ''] = text.split(':')
  const length = Object.hasOwn(DIGEST_LENGTHS, algorithm) ? DIGEST_LENGTHS[algorithm] : undefined
  return hex.length === length && /^[0-9a-f]+$/.test(hex)
}

/** A user before the host, as URLs have it and references do not. */
function hasUser(text: string): boolean {
  const at = text.indexOf('@')
  return at >= 0 && text.indexOf('/', at) >= 0
}
