/** The part of a URL between `//` and the next `/`. Source: Go 1.26 net/url/url.go (parseAuthority, parseHost). */
import { isIpV6 } from './ip-v6.ts'
import { escapedBytes, hasOnlyWholeEscapes, unescapedRest } from './percent-escapes.ts'

const userInformation = /^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/
// ASCII characters that may stand in a host as they are. Beyond ASCII everything may.
const hostCharacters = /^[A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"\u0080-\u{10ffff}]*$/u
const optionalPort = /^(:[0-9]*)?$/
const percentSign = 0x25

export function isGoAuthority(scheme: string, authority: string): boolean {
  const at = authority.lastIndexOf('@')
  return (at < 0 || isUserInformation(authority.slice(0, at))) && isHost(scheme, authority.slice(at + 1))
}

function isUserInformation(text: string): boolean {
  return userInformation.test(text) && hasOnlyWholeEscapes(text)
}

function isHost(scheme: string, host: string): boolean {
  const bracket = host.lastIndexOf('[')
  if (bracket > 0) return false
  if (bracket === 0) return isBracketedHost(host)
  return optionalPort.test(portOf(scheme, host)) && isPlainHost(host)
}

/** Colons in a host are an old habit of databases, which Go tolerates but in web addresses. */
function portOf(scheme: string, host: string): string {
  const web = scheme === 'http' || scheme === 'https'
  const colon = web ? host.indexOf(':') : host.lastIndexOf(':')
  return colon < 0 ? '' : host.slice(colon)
}

/** Escapes may stand for a percent sign and for bytes beyond ASCII only. */
function isPlainHost(host: string): boolean {
  if (!host.includes('%')) return hostCharacters.test(host)
  return (
    hasOnlyWholeEscapes(host) &&
    escapedBytes(host).every((byte) => byte >= 0x80 || byte === percentSign) &&
    hostCharacters.test(unescapedRest(host))
  )
}

/** `[address]` or `[address%25zone]`, and maybe a port. */
function isBracketedHost(host: string): boolean {
  const end = host.lastIndexOf(']')
  if (end < 0 || !optionalPort.test(host.slice(end + 1))) return false
  const name = host.slice(1, end)
  const zoneStart = name.indexOf('%25')
  if (zoneStart < 0) return isIpV6(name)
  return isIpV6(name.slice(0, zoneStart)) && isZone(name.slice(zoneStart + 3))
}

/** In a zone escapes stand for what might stand there itself, and for blanks: Windows has them. */
function isZone(zone: string): boolean {
  return (
    zone !== '' &&
    hasOnlyWholeEscapes(zone) &&
    escapedBytes(zone).every((byte) => byte === 0x20 || byte === percentSign || isHostByte(byte)) &&
    hostCharacters.test(unescapedRest(zone))
  )
}

function isHostByte(byte: number): boolean {
  return byte < 0x80 && hostCharacters.test(String.fromCharCode(byte))
}
