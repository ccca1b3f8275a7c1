/**
 * Which texts Go takes for a URL. Go is more lenient than the WHATWG standard in some places and stricter in others.
 * Source: Go 1.26 net/url/url.go (Parse); earlier ones accept more.
 */

import { remembered } from '../devices/remembered.ts'
import { isGoAuthority } from './go-url-authority.ts'
import { hasOnlyWholeEscapes } from './percent-escapes.ts'

/** The scheme in lower case, empty for a relative URL; undefined when Go does not parse the text. */
export const goUrlScheme = remembered((text): { scheme: string } | undefined => {
  const [beforeFragment, fragment] = cut(text, '#')
  const [beforeQuery] = cut(beforeFragment, '?')
  if (hasControlCharacter(beforeFragment) || !hasOnlyWholeEscapes(fragment)) return undefined
  if (beforeFragment.startsWith(':')) return undefined

  const written = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(beforeFragment)?.[1]
  const scheme = written?.toLowerCase() ?? ''
  const rest = written === undefined ? beforeQuery : beforeQuery.slice(written.length + 1)
  if (!rest.startsWith('/')) {
    // After a scheme such a rest is opaque and free; without one a colon would look like the end of a scheme.
    if (scheme !== '') return { scheme }
    return cut(rest, '/')[0].includes(':') || !hasOnlyWholeEscapes(rest) ? undefined : { scheme }
  }
  if (!rest.startsWith('//') || (scheme === '' && rest.startsWith('///'))) {
    return hasOnlyWholeEscapes(rest) ? { scheme } : undefined
  }
  const authority = cut(rest.slice(2), '/')[0]
  const path = rest.slice(2 + authority.length)
  return isGoAuthority(scheme, authority) && hasOnlyWholeEscapes(path) ? { scheme } : undefined
})

function cut(text: string, separator: string): [before: string, after: string] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

function hasControlCharacter(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 0x20 || code === 0x7f) return true
  }
  return false
}
