import {
  COLON,
  DASH,
  DOUBLE_QUOTE,
  HASH,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUESTION_MARK,
  SINGLE_QUOTE,
  TAB,
} from '../../yaml/scan/char-codes.ts'
import { isLineEnd, isSpaceOrLineEnd, nextLine, skipSpaces } from '../../yaml/scan/scan-line.ts'
import { skipQuoted } from '../../yaml/scan/skip-quoted.ts'
import { skipBlockScalar } from './skip-block-scalar.ts'
import { skipFlow } from './skip-flow.ts'

/** First characters of nodes that this scan does not follow: properties, and what no plain scalar begins with. */
const NOT_FOLLOWED = '&*!%@`,]}\t'

/** A key with nothing, a word or a quoted text of one line after it: most lines. */
const SIMPLE_LINE =
  /(?: *- )? *[A-Za-z_][A-Za-z0-9_./-]*:(?: (?:[A-Za-z0-9_/](?:[A-Za-z0-9_./:-]*[A-Za-z0-9_./-])?|"[^"\\\r\n]*"))?\n/y

/**
 * The start of the line that follows the node which begins on the line at `start`: the next line, or a later one when
 * a quoted or block scalar or a flow collection goes on. -1 when that is not certain; then a parser must look.
 * Plain scalars that go on are no concern: their further lines open nothing outside themselves.
 */
export function skipLogicalLine(text: string, start: number, limit: number): number {
  SIMPLE_LINE.lastIndex = start
  if (SIMPLE_LINE.test(text)) return SIMPLE_LINE.lastIndex
  let pos = skipSpaces(text, start)
  let column = pos - start
  while (text.charCodeAt(pos) === DASH && isSpaceOrLineEnd(text, pos + 1)) {
    column = pos - start
    pos = skipSpaces(text, pos + 1)
  }
  if (isLineEnd(text, pos) || text.charCodeAt(pos) === HASH) return nextLine(text, pos)
  if (opensBlockScalar(text, pos)) {
    // Without a dash on this line the scalar belongs to a key above, whose column is not known here.
    return text.charCodeAt(start + column) === DASH ? skipBlockScalar(text, pos, column, limit) : -1
  }
  const key = opensQuotedOrFlow(text, pos) ? skipQuotedOrFlow(text, pos, column, limit) : plainKeyEnd(text, pos)
  if (key === -1) return -1
  const colon = skipSpaces(text, key)
  if (text.charCodeAt(colon) !== COLON || !isSpaceOrLineEnd(text, colon + 1)) return lineAfterNode(text, key)
  if (text.slice(pos, key).includes('\n')) return -1
  return skipValue(text, colon + 1, pos - start, limit)
}

/** Goes on after `key:`, where the key stands at `column`. */
function skipValue(text: string, afterColon: number, column: number, limit: number): number {
  const pos = skipSpaces(text, afterColon)
  if (isLineEnd(text, pos) || text.charCodeAt(pos) === HASH) return nextLine(text, pos)
  if (opensBlockScalar(text, pos)) return skipBlockScalar(text, pos, column, limit)
  if (opensQuotedOrFlow(text, pos)) {
    const end = skipQuotedOrFlow(text, pos, column, limit)
    return end === -1 ? -1 : lineAfterNode(text, end)
  }
  if (text.charCodeAt(pos) === DASH && isSpaceOrLineEnd(text, pos + 1)) return -1
  const end = plainKeyEnd(text, pos)
  // A second `: ` on the line is no plain scalar.
  return end === -1 || text.charCodeAt(end) === COLON ? -1 : nextLine(text, end)
}

/** The colon that ends a plain key, or the end of a plain scalar that is none; -1 for what is not plain. */
function plainKeyEnd(text: string, start: number): number {
  if (NOT_FOLLOWED.includes(text.charAt(start))) return -1
  if (text.charCodeAt(start) === QUESTION_MARK && isSpaceOrLineEnd(text, start + 1)) return -1
  for (let pos = start; ; pos++) {
    if (isLineEnd(text, pos)) return pos
    const code = text.charCodeAt(pos)
    if (code === COLON && isSpaceOrLineEnd(text, pos + 1)) return pos
    if (code === HASH && text.charAt(pos - 1) === ' ') return pos
    // A tab can be separation or content; the parser knows.
    if (code === TAB) return -1
  }
}

function opensBlockScalar(text: string, pos: number): boolean {
  const char = text.charAt(pos)
  return char === '|' || char === '>'
}

function opensQuotedOrFlow(text: string, pos: number): boolean {
  const code = text.charCodeAt(pos)
  return code === DOUBLE_QUOTE || code === SINGLE_QUOTE || code === OPEN_BRACKET || code === OPEN_BRACE
}

function skipQuotedOrFlow(text: string, pos: number, column: number, limit: number): number {
  const code = text.charCodeAt(pos)
  const quoted = code === DOUBLE_QUOTE || code === SINGLE_QUOTE
  return quoted ? skipQuoted(text, pos, column, limit) : skipFlow(text, pos, column, limit)
}

/** The line after a node that ended at `end`: only blanks and a comment may follow it. */
function lineAfterNode(text: string, end: number): number {
  const pos = skipSpaces(text, end)
  const comment = text.charCodeAt(pos) === HASH && (pos > end || text.charAt(end - 1) === ' ')
  return comment || isLineEnd(text, pos) ? nextLine(text, pos) : -1
}
