/** Auth files of podman, Docker and OpenShift. Source: containers/image pkg/docker/config/config.go; docker/cli cli/config. */
import { isJsonObject, type JsonObject, type JsonValue, objectAt, stringAt, stringMapAt } from '../json/json.ts'
import type { Credentials } from './credentials.ts'
import { RegistryError } from './registry-error.ts'

export interface AuthFile {
  readonly file: string
  /** By host, or by host and the start of a repository. */
  readonly auths: ReadonlyMap<string, Credentials>
  /** Names of credential helpers by host. */
  readonly helpers: ReadonlyMap<string, string>
  /** The helper of every other host. */
  readonly store: string | undefined
}

/** `~/.dockercfg` has its entries at the top. Throws a RegistryError for what is no auth file. */
export function readAuthFile(text: string, file: string): AuthFile {
  const value = parse(text, file)
  const helpers = [...stringMapAt(value, 'credHelpers')].map(([host, name]) => [plainHost(host), name] as const)
  return {
    file,
    auths: readAuths(objectAt(value, 'auths') ?? value),
    helpers: new Map(helpers),
    store: stringAt(value, 'credsStore'),
  }
}

function parse(text: string, file: string): JsonObject {
  try {
    const value: JsonValue = JSON.parse(text)
    if (isJsonObject(value)) return value
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new RegistryError('auth-file-unreadable', { file, detail: 'it must be a JSON object' })
}

function readAuths(entries: JsonObject): Map<string, Credentials> {
  const auths = new Map<string, Credentials>()
  for (const [key, entry] of Object.entries(entries)) {
    const credentials = readEntry(entry)
    if (credentials) auths.set(plainHost(key), credentials)
  }
  return auths
}

function readEntry(entry: JsonValue): Credentials | undefined {
  const token = stringAt(entry, 'identitytoken')
  if (token) return { kind: 'identity', token }
  const auth = Buffer.from(stringAt(entry, 'auth') ?? '', 'base64').toString()
  const colon = auth.indexOf(':')
  const user = stringAt(entry, 'username') || auth.slice(0, Math.max(colon, 0))
  const password = stringAt(entry, 'password') || auth.slice(colon + 1).replace(/\0+$/, '')
  return user === '' ? undefined : { kind: 'password', user, password }
}

/** Docker writes addresses of its own: `https://index.docker.io/v1/`. */
export function plainHost(key: string): string {
  const withoutScheme = key.replace(/^https?:\/\//, '')
  const path = withoutScheme === key ? key.replace(/\/+$/, '') : withoutScheme.replace(/\/.*$/, '')
  return path.replace(/^(index|registry-1)\.docker\.io(?=\/|$)/, 'docker.io')
}

/** The names under which credentials for a repository may stand, the closest first. */
export function authKeys(host: string, repository: string): string[] {
  const parts = repository.split('/')
  return [...parts.map((_, n) => [host, ...parts.slice(0, parts.length - n)].join('/')), host]
}
