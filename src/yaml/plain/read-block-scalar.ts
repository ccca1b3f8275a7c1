import { PIPE, SPACE, TAB } from '../scan/char-codes.ts'
import { isLineEnd, nextLine, skipSpaces } from '../scan/scan-line.ts'
import { lineAfter } from './line-after.ts'
import type { BlockValue } from './value.ts'

const HEADER = /[|>](?:([1-9])([-+])?|([-+])([1-9])?)?/y

/** The lines of a block scalar without their indentation; those at the end that are blank are counted. */
interface Content {
  readonly lines: readonly string[]
  readonly blanksBehind: number
  readonly next: number
}

/**
 * The block scalar whose `|` or `>` stands at `pos`, below a node at `column`; undefined when it is not certainly one.
 */
export function readBlockScalar(text: string, pos: number, column: number): BlockValue | undefined {
  HEADER.lastIndex = pos
  const header = HEADER.exec(text)
  const first = lineAfter(text, HEADER.lastIndex)
  if (header === null || first === -1) return undefined
  const digit = header[1] ?? header[4]
  const content = readContent(text, first, column, digit === undefined ? undefined : column + Number(digit))
  if (content === undefined) return undefined
  const { lines, blanksBehind, next } = content
  const value = text.charCodeAt(pos) === PIPE ? lines.join('\n') : foldBlock(lines)
  return { value: value + chomped(header[2] ?? header[3], lines.length, blanksBehind), next }
}

function chomped(indicator: string | undefined, lines: number, blanksBehind: number): string {
  if (indicator === '-') return ''
  if (indicator === '+') return '\n'.repeat(blanksBehind + (lines > 0 ? 1 : 0))
  return lines > 0 ? '\n' : ''
}

/** `said` is the column that the header asks for; else the first line that is not blank tells it. */
function readContent(text: string, first: number, column: number, said: number | undefined): Content | undefined {
  const lines: string[] = []
  let depth = said
  let blanks: string[] = []
  let line = first
  while (line < text.length) {
    const at = skipSpaces(text, line)
    if (isLineEnd(text, at)) {
      blanks.push(text.slice(line, at))
    } else {
      if (at - line <= column || (depth !== undefined && at - line < depth)) break
      depth ??= at - line
      // White space that is no indentation for certain.
      if (text.charCodeAt(at) === TAB || blanks.some((blank) => blank.length > (depth ?? 0))) return undefined
      for (const _ of blanks) lines.push('')
      blanks = []
      lines.push(endOfLine(text, line + depth))
    }
    line = nextLine(text, at)
  }
  const isCertain = blanks.every((blank) => blank.length <= (depth ?? column + 1)) && !endsOpen(text, line)
  return isCertain ? { lines, blanksBehind: blanks.length, next: line } : undefined
}

/** Whether the text ends in white space, whose meaning readers disagree about. */
function endsOpen(text: string, line: number): boolean {
  return line >= text.length && text.charCodeAt(text.length - 1) === SPACE
}

function endOfLine(text: string, from: number): string {
  const lineFeed = text.indexOf('\n', from)
  const rest = text.slice(from, lineFeed === -1 ? text.length : lineFeed)
  return rest.endsWith('\r') ? rest.slice(0, -1) : rest
}

/** Line breaks between two lines of text are blanks, but for those around lines that are indented further. */
function foldBlock(lines: readonly string[]): string {
  let folded = ''
  let breaks = 0
  let wasText = false
  for (const [index, line] of lines.entries()) {
    if (index > 0) breaks++
    if (line === '') continue
    const isText = !line.startsWith(' ') && !line.startsWith('\t')
    const isFolded = isText && wasText && folded !== ''
    folded += (isFolded ? (breaks === 1 ? ' ' : '\n'.repeat(breaks - 1)) : '\n'.repeat(breaks)) + line
    breaks = 0
    wasText = isText
  }
  return folded
}
