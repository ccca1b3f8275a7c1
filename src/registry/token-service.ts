/** The Docker token specification: a registry's challenge into a token. */
import { stringAt } from '../json/json.ts'
import type { Challenge } from './challenge.ts'
import { basicAuthorization, type FoundCredentials } from './credentials.ts'
import { parseJsonObject } from './parse-json.ts'
import { followTo } from './place-of-address.ts'
import { sendFollowing } from './redirects.ts'
import { RegistryError } from './registry-error.ts'
import { type Pause, retryAfter, withRetries } from './retries.ts'
import type { Transport, TransportAnswer, TransportRequest } from './transport.ts'

const TOKEN_LIMIT = 1 << 20

type BearerChallenge = Extract<Challenge, { scheme: 'bearer' }>

/** A token for the challenge of a registry; without credentials whoever asks may get one. */
export async function fetchToken(
  transport: Transport,
  registry: URL,
  challenge: BearerChallenge,
  found: FoundCredentials | undefined,
): Promise<string> {
  const realm = followTo(registry, challenge.realm, 'challenge-unusable', true)
  const request = tokenRequest(realm, challenge, found, realm.host !== registry.host)
  const pause: Pause = { until: 0 }
  const answer = await withRetries(transport, { patience: 0, pause }, () => sendFollowing(transport, request))
  const facts = { host: registry.host, realm: realm.host, status: answer.status }
  if (answer.status === 401 || answer.status === 403) {
    throw found
      ? new RegistryError('credentials-refused', { ...facts, file: found.file })
      : new RegistryError('credentials-missing', facts)
  }
  if (answer.status === 429) {
    const wait = retryAfter(answer)
    throw new RegistryError('throttled', { ...facts, ...(wait !== undefined && { retryAfterSeconds: wait / 1000 }) })
  }
  if (answer.status !== 200) throw new RegistryError('token-failed', facts)
  const token = readToken(answer)
  if (token !== undefined) return token
  throw new RegistryError('token-failed', { host: registry.host, realm: realm.host, detail: 'no token in the answer' })
}

function tokenRequest(
  realm: URL,
  { service, scope }: BearerChallenge,
  found: FoundCredentials | undefined,
  isLed: boolean,
): TransportRequest {
  const asked = { ...(service !== undefined && { service }), ...(scope !== undefined && { scope }) }
  if (found?.credentials.kind === 'identity') {
    const { token } = found.credentials
    const form = { grant_type: 'refresh_token', refresh_token: token, client_id: 'golden-images', ...asked }
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    return { method: 'POST', url: realm, headers, body: `${new URLSearchParams(form)}`, limit: TOKEN_LIMIT, isLed }
  }
  const url = new URL(realm)
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value)
  const headers: { [name: string]: string } = {}
  if (found) headers.authorization = basicAuthorization(found.credentials)
  return { method: 'GET', url, headers, limit: TOKEN_LIMIT, isLed }
}

/** Printable ASCII alone: anything else would be a header of somebody else's making. */
function readToken({ body }: TransportAnswer): string | undefined {
  const value = parseJsonObject(Buffer.from(body).toString())
  const token = stringAt(value, 'token') ?? stringAt(value, 'access_token')
  return token !== undefined && /^[!-~]+$/.test(token) ? token : undefined
}
