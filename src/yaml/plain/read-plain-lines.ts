import { HASH } from '../scan/char-codes.ts'
import { isLineEnd, nextLine, skipSpaces } from '../scan/scan-line.ts'
import { foldLines } from './fold-lines.ts'
import { type PlainValue, REFUSED, resolvePlain } from './read-plain-scalar.ts'

interface PlainLines {
  readonly value: PlainValue
  /** Where the line begins that comes next. */
  readonly next: number
}

/** What no plain scalar begins with, but for a few rare ones. */
const NO_BEGINNING = '-?:,[]{}#&*!|>\'"%@`'

/** The plain scalar of one or more lines that begins at `pos`, below a block node at `column`; undefined when it is not certainly one. */
export function readPlainLines(text: string, pos: number, column: number): PlainLines | undefined {
  if (NO_BEGINNING.includes(text.charAt(pos)) && !isNumber(text, pos)) return undefined
  const first = readPart(text, pos)
  if (first === undefined) return undefined
  const lines = [first.content]
  let blanks = 0
  let next = nextLine(text, pos)
  for (let line = next, ended = first.ended; line < text.length && !ended; line = nextLine(text, line)) {
    const at = skipSpaces(text, line)
    if (isLineEnd(text, at)) {
      blanks++
      continue
    }
    if (at - line <= column || text.charCodeAt(at) === HASH) break
    const part = readPart(text, at)
    if (part === undefined) return undefined
    while (blanks > 0) {
      lines.push('')
      blanks--
    }
    lines.push(part.content)
    ended = part.ended
    next = nextLine(text, at)
  }
  const value = lines.length > 1 ? foldLines(lines) : resolvePlain(first.content)
  return value === REFUSED ? undefined : { value, next }
}

/** What a line has of a plain scalar; `ended` by a comment. */
function readPart(text: string, pos: number): { content: string; ended: boolean } | undefined {
  const lineFeed = text.indexOf('\n', pos)
  const rest = text.slice(pos, lineFeed === -1 ? text.length : lineFeed)
  const comment = rest.indexOf(' #')
  const content = (comment === -1 ? rest : rest.slice(0, comment)).replace(/[ \r]+$/, '')
  const isKey = content.includes(': ') || content.endsWith(':')
  // A tab can be white space before a comment, or behind an indicator.
  const isUncertain = content.includes('\t') && /^\t|\t *#|:\t|\t$/.test(content)
  return isKey || isUncertain ? undefined : { content, ended: comment !== -1 }
}

/** A dash that is no indicator. */
function isNumber(text: string, pos: number): boolean {
  return text.charAt(pos) === '-' && /[0-9.]/.test(text.charAt(pos + 1))
}
