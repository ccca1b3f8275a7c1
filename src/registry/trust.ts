/** Which authorities are trusted, as curl, skopeo and the container tools do; Node by itself trusts its own list alone. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as tls from 'node:tls'
import type { Trust } from './agents.ts'

/** Where Go, and so the container tools, look for the system's authorities; the first that is there counts. */
const SYSTEM_BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/pki/tls/cacert.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/cert.pem',
]
/** Each with a folder a host. */
const BY_HOST = ['/etc/containers/certs.d', '/etc/docker/certs.d']

export interface TrustOptions {
  /** PEM, for every host. */
  readonly authorities: readonly string[]
  /** PEM, by host and port. */
  readonly byHost: ReadonlyMap<string, readonly string[]>
  readonly insecureHosts: readonly string[]
  readonly environment: NodeJS.ProcessEnv
}

export function trustBy({ authorities, byHost, insecureHosts, environment }: TrustOptions): (host: string) => Trust {
  let common: readonly string[] | undefined
  return (host) => {
    common ??= [...systemAuthorities(environment), ...authorities]
    const own = [...(byHost.get(host) ?? []), ...BY_HOST.flatMap((folder) => certificatesIn(folder, host))]
    return {
      authorities: own.length > 0 ? [...common, ...own] : common,
      isInsecure: insecureHosts.includes(host),
    }
  }
}

function systemAuthorities({ SSL_CERT_FILE, NODE_EXTRA_CA_CERTS }: NodeJS.ProcessEnv): string[] {
  const files = SSL_CERT_FILE ? [SSL_CERT_FILE] : SYSTEM_BUNDLES
  const system = files.map(readIfThere).find((text) => text !== undefined)
  const extra = NODE_EXTRA_CA_CERTS ? readIfThere(NODE_EXTRA_CA_CERTS) : undefined
  // Node 22.15 and newer asks the system by itself, also where that is no file.
  const asked = 'getCACertificates' in tls && !SSL_CERT_FILE ? tls.getCACertificates('system') : []
  return [...tls.rootCertificates, ...asked, ...(system ? [system] : []), ...(extra ? [extra] : [])]
}

function certificatesIn(folder: string, host: string): string[] {
  // A host is the name of a folder here.
  if (!/^[A-Za-z0-9][A-Za-z0-9.:-]*$/.test(host)) return []
  const path = join(folder, host)
  const names = listIfThere(path).filter((name) => name.endsWith('.crt'))
  return names.flatMap((name) => readIfThere(join(path, name)) ?? [])
}

function listIfThere(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch (error) {
    if (error instanceof Error && 'code' in error) return []
    throw error
  }
}

/** What can't be read is not trusted, and the connection says what is missing. */
function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}
