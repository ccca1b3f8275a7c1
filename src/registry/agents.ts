/** Connections that are kept, by host and by what is trusted there; through the proxy that the environment names. */
import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { createSecureContext, type SecureContext } from 'node:tls'
import { HttpProxyAgent, HttpsProxyAgent } from 'hpagent'
import { getProxyForUrl } from 'proxy-from-env'
import { RegistryError } from './registry-error.ts'

/** What is trusted at a host. */
export interface Trust {
  /** Certificates of authorities, PEM. */
  readonly authorities: readonly string[]
  /** Any certificate will do. */
  readonly isInsecure: boolean
}

export class Agents {
  readonly #trustOf: (host: string) => Trust
  readonly #agents = new Map<string, HttpAgent | HttpsAgent>()
  /** By authorities: to read them takes long. */
  readonly #contexts = new Map<readonly string[], SecureContext>()

  /** `trustOf` gives the same list of authorities for all hosts that have nothing of their own. */
  constructor(trustOf: (host: string) => Trust) {
    this.#trustOf = trustOf
  }

  agentFor(url: URL): HttpAgent | HttpsAgent {
    const known = this.#agents.get(url.origin)
    if (known) return known
    const agent = this.#create(url)
    this.#agents.set(url.origin, agent)
    return agent
  }

  /** Ends what is kept, so that the process can end. */
  close(): void {
    for (const agent of this.#agents.values()) agent.destroy()
  }

  #create(url: URL): HttpAgent | HttpsAgent {
    const proxy = readProxy(url)
    const kept = { keepAlive: true, maxSockets: 32 }
    if (url.protocol === 'http:') return proxy ? new HttpProxyAgent({ ...kept, proxy }) : new HttpAgent(kept)
    const { authorities, isInsecure } = this.#trustOf(url.host)
    const tls = { ...kept, secureContext: this.#contextOf(authorities), rejectUnauthorized: !isInsecure }
    if (!proxy) return new HttpsAgent(tls)
    return new HttpsProxyAgent({ ...tls, proxy, proxyRequestOptions: { ca: [...authorities] } })
  }

  #contextOf(authorities: readonly string[]): SecureContext {
    const known = this.#contexts.get(authorities)
    if (known) return known
    const context = createSecureContext({ ca: [...authorities] })
    this.#contexts.set(authorities, context)
    return context
  }
}

/** A proxy's address may hold a password, so nothing of it is said. */
export function readProxy(url: URL): URL | undefined {
  const proxy = getProxyForUrl(url.href)
  if (proxy === '') return undefined
  const read = URL.canParse(proxy) ? new URL(proxy) : undefined
  if (read?.protocol === 'http:' || read?.protocol === 'https:') return read
  throw new RegistryError('proxy-refused', { host: url.host, detail: 'its address is neither http nor https' })
}
