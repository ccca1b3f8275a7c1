/** The registries of a run, each found out about once. */
import type { FindCredentials } from './credentials.ts'
import type { ImageSource } from './image-documents.ts'
import { Registry } from './registry.ts'
import { RegistryError } from './registry-error.ts'
import type { Transport } from './transport.ts'

export interface RegistriesOptions {
  readonly transport: Transport
  readonly findCredentials: FindCredentials
  /** By host and port, as the HyperConverged writes them. */
  readonly isInsecure: (host: string) => boolean
  /** Requests at once, for each registry. */
  readonly jobs: number
}

const DOCKER_HUB = 'docker.io'
/** What hides behind a port that speaks no TLS. */
const SAYS_NO_TLS: readonly string[] = ['no-tls', 'cut-off', 'unreachable', 'unreadable']

/** A repository of a registry. */
export interface Repository extends ImageSource {
  /** The digest that a tag leads to, without reading it; undefined when the registry does not say. */
  readonly head: (reference: string) => Promise<string | undefined>
}

export class Registries {
  readonly #options: RegistriesOptions
  readonly #registries = new Map<string, Promise<Registry>>()

  constructor(options: RegistriesOptions) {
    this.#options = options
  }

  /** A repository of a host, as an address has it. */
  async repository(host: string, repository: string): Promise<Repository> {
    const registry = await this.#find(host)
    return {
      manifest: (reference) => registry.manifest(repository, reference),
      config: (digest) => registry.config(repository, digest),
      head: (reference) => registry.head(repository, reference),
    }
  }

  #find(host: string): Promise<Registry> {
    const known = this.#registries.get(host)
    if (known) return known
    const finding = this.#connect(host)
    this.#registries.set(host, finding)
    return finding
  }

  async #connect(host: string): Promise<Registry> {
    const { transport, findCredentials, isInsecure, jobs } = this.#options
    const at = host === DOCKER_HUB ? 'registry-1.docker.io' : host
    // Ports of any size can be read, and not connected.
    if (!URL.canParse(`https://${at}`)) throw new RegistryError('host-unknown', { host, detail: 'it is no host' })
    const scheme = isInsecure(host) && !(await speaksTls(transport, at)) ? 'http' : 'https'
    return new Registry(transport, new URL(`${scheme}://${at}`), host, findCredentials, jobs)
  }
}

/** Without credentials, which must not go out in the clear where TLS was to be had. */
async function speaksTls(transport: Transport, host: string): Promise<boolean> {
  try {
    await transport.send({ method: 'GET', url: new URL(`https://${host}/v2/`), headers: {}, limit: 1 << 20 })
    return true
  } catch (error) {
    if (error instanceof RegistryError) return !SAYS_NO_TLS.includes(error.code)
    throw error
  }
}
