import { HASH } from '../scan/char-codes.ts'
import { isLineEnd, nextLine, skipSpaces } from '../scan/scan-line.ts'

/** The start of the next line, when nothing but a comment stands between `pos` and it; -1 otherwise. */
export function lineAfter(text: string, pos: number): number {
  const at = skipSpaces(text, pos)
  return isLineEnd(text, at) || (at > pos && text.charCodeAt(at) === HASH) ? nextLine(text, at) : -1
}
