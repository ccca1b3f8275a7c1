import { CARRIAGE_RETURN, LINE_FEED } from '../scan/char-codes.ts'

/**
 * What YAML allows, but for carriage returns: no control characters (but tab, line feed and next line) and no
 * non-characters, not even in a comment.
 */
const ALLOWED = /[\t\n\u0020-\u007e\u0085\u00a0-\ufffd]*/y

/**
 * The place of the first character that must not be there, and its name in Unicode's notation. A carriage return must
 * have a line feed after it: alone, it is a line break to some readers and a character to others.
 */
export function findForbiddenCharacter(text: string): { offset: number; name: string } | undefined {
  let at = 0
  for (;;) {
    ALLOWED.lastIndex = at
    ALLOWED.test(text)
    at = ALLOWED.lastIndex
    if (at >= text.length) return undefined
    if (text.charCodeAt(at) !== CARRIAGE_RETURN || text.charCodeAt(at + 1) !== LINE_FEED) break
    at += 2
  }
  return { offset: at, name: `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}` }
}
