/** How a registry lets somebody in: found out once, and then used for all its repositories. */
import type { Challenge } from './challenge.ts'
import { basicAuthorization, type FindCredentials, type FoundCredentials } from './credentials.ts'
import { RegistryError } from './registry-error.ts'
import { fetchToken } from './token-service.ts'
import type { Transport } from './transport.ts'

export class Login {
  readonly #transport: Transport
  readonly #registry: URL
  readonly #find: FindCredentials
  /** The name under which credentials are kept. */
  readonly #host: string
  #challenge: Challenge | undefined
  readonly #authorizations = new Map<string, Promise<string | undefined>>()

  constructor(transport: Transport, registry: URL, host: string, find: FindCredentials) {
    this.#transport = transport
    this.#registry = registry
    this.#host = host
    this.#find = find
  }

  /** The header for a first request: what other repositories needed is tried at once. */
  async authorization(repository: string): Promise<string | undefined> {
    const known = this.#authorizations.get(repository)
    if (known) return known
    if (!this.#challenge) return undefined
    try {
      return await this.#log(repository, withScope(this.#challenge, repository))
    } catch (error) {
      // This repository may want something else: it is asked.
      if (error instanceof RegistryError) return undefined
      throw error
    }
  }

  /** The header after a challenge; undefined when there is nothing that could be sent. */
  async answer(repository: string, challenge: Challenge, sent: string | undefined): Promise<string | undefined> {
    const known = this.#authorizations.get(repository)
    const header = known && (await known)
    // Somebody else has logged in meanwhile.
    if (header !== undefined && header !== sent) return header
    this.#challenge = challenge
    const scoped = challenge.scheme === 'bearer' && challenge.scope === undefined
    return this.#log(repository, scoped ? withScope(challenge, repository) : challenge)
  }

  credentials(repository: string): Promise<FoundCredentials | undefined> {
    return this.#find(this.#host, repository)
  }

  #log(repository: string, challenge: Challenge): Promise<string | undefined> {
    const logging = this.#header(repository, challenge)
    this.#authorizations.set(repository, logging)
    logging.catch(() => this.#authorizations.delete(repository))
    return logging
  }

  async #header(repository: string, challenge: Challenge): Promise<string | undefined> {
    const found = await this.credentials(repository)
    if (challenge.scheme === 'bearer') {
      return `Bearer ${await fetchToken(this.#transport, this.#registry, challenge, found)}`
    }
    return found?.credentials.kind === 'password' ? basicAuthorization(found.credentials) : undefined
  }
}

function withScope(challenge: Challenge, repository: string): Challenge {
  return challenge.scheme === 'basic' ? challenge : { ...challenge, scope: `repository:${repository}:pull` }
}
