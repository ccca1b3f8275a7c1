/**
 * Go's notion of white space and of lower case, where it differs from ECMAScript's.
 * (Go: unicode.IsSpace, strings.Fields, strings.TrimSpace, strings.ToLower.)
 */

import { isAscii } from '../yaml/scan/ascii.ts'

// ECMAScript's \s lacks U+0085 and adds U+FEFF, so the set is written out.
const SPACES =
  '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000'
const runOfSpaces = new RegExp(`[${SPACES}]+`)

/** Of a text that is one character long. */
export function isGoSpace(character: string): boolean {
  return SPACES.includes(character)
}

export function goTrimSpace(text: string): string {
  return trim(text, isGoSpace)
}

/** Without the characters at both ends that `isOuter` picks: an expression with `+$` is slow on long runs of them. */
export function trim(text: string, isOuter: (character: string) => boolean): string {
  let start = 0
  let end = text.length
  while (start < end && isOuter(text.charAt(start))) start++
  while (end > start && isOuter(text.charAt(end - 1))) end--
  return text.slice(start, end)
}

/** The words of a text, split at any run of Unicode white space. */
export function goFields(text: string): string[] {
  return text.split(runOfSpaces).filter((word) => word !== '')
}

/**
 * Lower case as far as ASCII results go: Go maps every upper-case letter to one code point,
 * so that U+0130 and the Kelvin sign become plain letters, too.
 */
export function goLowerAscii(text: string): string {
  if (isAscii(text)) return text.toLowerCase()
  return text
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/\u0130/g, 'i')
    .replace(/\u212a/g, 'k')
}
