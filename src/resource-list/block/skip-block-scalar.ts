import { HASH, TAB } from '../../yaml/scan/char-codes.ts'
import { isLineEnd, nextLine, skipSpaces } from '../../yaml/scan/scan-line.ts'

/**
 * The line after the block scalar whose `|` or `>` stands at `pos` and whose parent node stands at `column`: its lines
 * are blank or deeper than that. -1 when the header is not one, or a tab makes the depth uncertain.
 */
export function skipBlockScalar(text: string, pos: number, column: number, limit: number): number {
  let header = pos + 1
  while ('+-123456789'.includes(text.charAt(header)) && header < text.length) header++
  const rest = skipSpaces(text, header)
  if (!isLineEnd(text, rest) && !(text.charCodeAt(rest) === HASH && rest > header)) return -1
  let line = nextLine(text, rest)
  while (line < limit) {
    const at = skipSpaces(text, line)
    if (at - line <= column && !isLineEnd(text, at)) {
      return text.charCodeAt(at) === TAB ? -1 : line
    }
    line = nextLine(text, at)
  }
  return line
}
