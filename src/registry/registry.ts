/** One registry, for reading: the OCI distribution specification. */
import { createHash } from 'node:crypto'
import { isJsonObject, type JsonValue, listAt, stringAt } from '../json/json.ts'
import { MEDIA_TYPES } from '../operators/cdi/manifest.ts'
import { isDigest } from '../operators/cdi/registry-reference.ts'
import { chooseChallenge } from './challenge.ts'
import type { FindCredentials } from './credentials.ts'
import type { ManifestAnswer } from './image-documents.ts'
import { limiter } from './limiter.ts'
import { Login } from './login.ts'
import { sendFollowing } from './redirects.ts'
import { RegistryError, remoteText } from './registry-error.ts'
import { type Pause, retryAfter, withRetries } from './retries.ts'
import { headerOf, type Transport, type TransportAnswer } from './transport.ts'

/** Of a manifest, and of a configuration, as containers/image has it. */
const DOCUMENT_LIMIT = 4 << 20

interface Asked {
  readonly method: 'GET' | 'HEAD'
  readonly repository: string
  readonly path: string
  readonly accept?: string
}

export class Registry {
  readonly #transport: Transport
  readonly #url: URL
  readonly #login: Login
  readonly #inTurn: ReturnType<typeof limiter>
  readonly #pause: Pause = { until: 0 }

  /** `host` is what addresses and auth files call it. */
  constructor(transport: Transport, url: URL, host: string, find: FindCredentials, jobs: number) {
    this.#transport = transport
    this.#url = url
    this.#login = new Login(transport, url, host, find)
    this.#inTurn = limiter(jobs)
  }

  async manifest(repository: string, reference: string): Promise<ManifestAnswer> {
    const answer = this.#expectFound(await this.#ask({ method: 'GET', ...manifestAt(repository, reference) }))
    const digest = this.#verify(answer, reference)
    const claimed = headerOf(answer, 'docker-content-digest')
    if (claimed !== undefined && claimed !== digest && claimed.startsWith('sha256:')) {
      const detail = `the registry says ${remoteText(claimed)}, its bytes are ${digest}`
      throw new RegistryError('digest-mismatch', { host: this.#url.host, detail: remoteText(detail) })
    }
    return { digest, contentType: headerOf(answer, 'content-type'), text: Buffer.from(answer.body).toString() }
  }

  async config(repository: string, digest: string): Promise<string> {
    const path = `blobs/${digest}`
    const answer = this.#expectFound(await this.#ask({ method: 'GET', repository, path }))
    this.#verify(answer, digest)
    return Buffer.from(answer.body).toString()
  }

  /** What a tag leads to, without reading it; undefined when the registry does not say. */
  async head(repository: string, reference: string): Promise<string | undefined> {
    const answer = await this.#ask({ method: 'HEAD', ...manifestAt(repository, reference) })
    // What fails now would fail again; what is not there, or can't be asked so, is asked in full.
    if (answer.status === 403 || answer.status === 429 || (answer.status >= 500 && answer.status !== 501)) {
      this.#expectFound(answer)
    }
    const digest = answer.status === 200 ? headerOf(answer, 'docker-content-digest') : undefined
    return digest !== undefined && isDigest(digest) ? digest : undefined
  }

  /** The digest of the bytes, which must be the one that was asked for. */
  #verify({ body }: TransportAnswer, reference: string): string {
    const [algorithm] = isDigest(reference) ? reference.split(':') : ['sha256']
    const digest = `${algorithm}:${createHash(algorithm ?? '')
      .update(body)
      .digest('hex')}`
    if (!isDigest(reference) || digest === reference) return digest
    throw new RegistryError('digest-mismatch', { host: this.#url.host, detail: `asked for ${reference}` }, true)
  }

  async #ask(asked: Asked): Promise<TransportAnswer> {
    const { repository } = asked
    let authorization = await this.#login.authorization(repository)
    // A token may have run out, and what other repositories take may not do here.
    for (let challenges = 0; ; challenges++) {
      const answer = await this.#send(asked, authorization)
      if (answer.status !== 401) return answer
      const challenge = chooseChallenge(answer.headers.get('www-authenticate') ?? [])
      const isLast = challenges === (authorization === undefined ? 2 : 1)
      const next = challenge && !isLast ? await this.#login.answer(repository, challenge, authorization) : undefined
      if (next === undefined || next === authorization) throw await this.#refused(repository, answer)
      authorization = next
    }
  }

  #send({ method, repository, path, accept }: Asked, authorization: string | undefined): Promise<TransportAnswer> {
    const headers = { ...(accept !== undefined && { accept }), ...(authorization !== undefined && { authorization }) }
    const url = new URL(`/v2/${repository}/${path}`, this.#url)
    const request = { method, url, headers, limit: DOCUMENT_LIMIT }
    const sending = withRetries(this.#transport, { patience: 1, pause: this.#pause }, () =>
      this.#inTurn(() => sendFollowing(this.#transport, request)),
    )
    return sending.catch(blameImage)
  }

  #expectFound(answer: TransportAnswer): TransportAnswer {
    const { status } = answer
    const facts = { host: this.#url.host, status, ...describeBody(answer) }
    if (status === 200) return answer
    if (status === 404 || status === 410) throw new RegistryError('not-found', facts, true)
    if (status === 403) throw new RegistryError('forbidden', facts)
    if (status !== 429) throw new RegistryError('registry-failed', facts)
    const wait = retryAfter(answer)
    throw new RegistryError('throttled', { ...facts, ...(wait !== undefined && { retryAfterSeconds: wait / 1000 }) })
  }

  async #refused(repository: string, answer: TransportAnswer): Promise<RegistryError> {
    const found = await this.#login.credentials(repository)
    const facts = { host: this.#url.host, status: answer.status, ...describeBody(answer) }
    return found
      ? new RegistryError('unauthorized', { ...facts, file: found.file })
      : new RegistryError('credentials-missing', facts)
  }
}

/** What is too large for us is too large for CDI. */
function blameImage(error: unknown): never {
  const isBody = error instanceof RegistryError && error.code === 'too-large' && error.facts.detail !== 'headers'
  throw isBody ? new RegistryError(error.code, error.facts, true) : error
}

function manifestAt(repository: string, reference: string) {
  return { repository, path: `manifests/${reference}`, accept: MEDIA_TYPES.join(', ') }
}

/** The registry's own words on what went wrong. */
function describeBody({ body }: TransportAnswer): { detail?: string } {
  const message = stringAt(firstError(Buffer.from(body).toString()), 'message')
  return message === undefined ? {} : { detail: remoteText(message) }
}

function firstError(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text)
    return isJsonObject(value) ? listAt(value, 'errors')[0] : undefined
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return undefined
  }
}
