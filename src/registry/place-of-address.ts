/** Where a registry may lead: the same rules for redirects and for token services. */
import { BlockList, isIP, isIPv6 } from 'node:net'
import { RegistryError, type RegistryErrorCode } from './registry-error.ts'

const LOOPBACK = new BlockList()
LOOPBACK.addSubnet('127.0.0.0', 8)
// Linux connects these to itself.
LOOPBACK.addSubnet('0.0.0.0', 8)
LOOPBACK.addAddress('::1', 'ipv6')
LOOPBACK.addAddress('::', 'ipv6')

const LINK_LOCAL = new BlockList()
LINK_LOCAL.addSubnet('169.254.0.0', 16)
LINK_LOCAL.addSubnet('fe80::', 10, 'ipv6')

function isIn(list: BlockList, address: string): boolean {
  return isIP(address) !== 0 && list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}

/** Of an IP address, or a name that is reserved for it. */
function isLoopback(host: string): boolean {
  const name = bare(host)
  return isIn(LOOPBACK, name) || /(^|\.)localhost$/.test(name)
}

function isLinkLocal(host: string): boolean {
  return isIn(LINK_LOCAL, bare(host))
}

/** Without brackets, and without the dot that may end a name. */
function bare(host: string): string {
  return host
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
    .toLowerCase()
}

/** Why an address that a name resolved to must not be connected, from a registry that is elsewhere. */
export function whyUnreachable(address: string): string | undefined {
  if (isLoopback(address)) return 'it leads to loopback'
  return isLinkLocal(address) ? 'it leads to a link-local address' : undefined
}

/**
 * The address that `from` leads to. Never out of TLS, never to loopback or link-local from elsewhere, never with a user in
 * it, which would become credentials.
 */
export function followTo(from: URL, location: string, code: RegistryErrorCode, absolute = false): URL {
  const refuse = (detail: string) => new RegistryError(code, { host: from.host, detail })
  const to = parse(location, absolute ? undefined : from)
  if (!to) throw refuse(absolute ? 'the realm is no address' : 'no address')
  if (to.protocol !== 'http:' && to.protocol !== 'https:') throw refuse('neither http nor https')
  if (from.protocol === 'https:' && to.protocol === 'http:') throw refuse('it leaves TLS')
  if (to.username !== '' || to.password !== '') throw refuse('it carries a user')
  const isHome = to.hostname === from.hostname || (isLoopback(from.hostname) && isLoopback(to.hostname))
  const why = isHome ? undefined : whyUnreachable(to.hostname)
  if (why !== undefined) throw refuse(why)
  return to
}

function parse(location: string, base: URL | undefined): URL | undefined {
  return URL.canParse(location, base?.href) ? new URL(location, base) : undefined
}
