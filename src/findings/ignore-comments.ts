import { indexLines, positionOf } from './index-lines.ts'
import type { FilePosition } from './position.ts'

/** A comment `# golden-images: ignore[rule] reason`, for the value on its line or, alone on a line, below it. */
export interface IgnoreComment {
  readonly rule: string
  readonly reason: string
  /** Of the comment itself. */
  readonly position: FilePosition
  /** The line of the values that it is for. */
  readonly forLine: number
}

export const IGNORE_MARK = 'golden-images: ignore['

/** Every such comment of a text. What only looks like one, inside a block scalar, fits no finding. */
export function findIgnoreComments(file: string, text: string): IgnoreComment[] {
  const comments = cutComments(text)
  if (comments.length === 0) return []
  const place = indexLines(text)
  const targetOf = targetsIn(text)
  return comments.map(({ start, rule, reason, end }) => {
    const position = positionOf(file, start, end, place)
    return { rule, reason, position, forLine: targetOf(position.line) }
  })
}

interface CutComment {
  readonly rule: string
  readonly reason: string
  readonly start: number
  /** Behind its last character that is no blank. */
  readonly end: number
}

/** Goes through the text once, whatever is in it: a line can be as long as the text. */
function cutComments(text: string): CutComment[] {
  const comments: CutComment[] = []
  let lineEnd = -1
  let close = -1
  for (let mark = text.indexOf(IGNORE_MARK); mark !== -1; mark = text.indexOf(IGNORE_MARK, mark)) {
    const from = mark + IGNORE_MARK.length
    if (lineEnd < from) lineEnd = endOf(text, '\n', from)
    if (close < from) close = endOf(text, ']', from)
    const start = commentStart(text, mark)
    if (close >= lineEnd) mark = lineEnd
    else if (start === undefined) mark = from
    else {
      const [reason = ''] = text.slice(close + 1, lineEnd).split('\r', 1)
      const end = close + 1 + reason.trimEnd().length
      comments.push({ rule: text.slice(from, close).trim(), reason: reason.trim(), start, end })
      mark = close + 1 + reason.length
    }
  }
  return comments
}

function endOf(text: string, word: string, from: number): number {
  const at = text.indexOf(word, from)
  return at === -1 ? text.length : at
}

/** The `#` before a mark; undefined where YAML begins no comment there. */
function commentStart(text: string, mark: number): number | undefined {
  let at = mark - 1
  while (isBlank(text[at])) at--
  return text[at] === '#' && partsComments(text[at - 1]) ? at : undefined
}

/** Nothing, a blank, a line break, or a byte order mark at the start of the text. */
function partsComments(before: string | undefined): boolean {
  return before === undefined || ' \t\n\r\ufeff'.includes(before)
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t'
}

/** A comment alone on its line is for the next line that is no comment and not blank. */
function targetsIn(text: string): (line: number) => number {
  const lines = text.split('\n')
  // By its index: the line itself where it says something, else the first below that does; 0 where none does.
  const targets = lines.map(() => 0)
  for (let index = lines.length - 1; index >= 0; index--) {
    targets[index] = isComment(lines[index] ?? '') ? (targets[index + 1] ?? 0) : index + 1
  }
  return (line) => targets[line - 1] || line
}

function isComment(line: string): boolean {
  return /^\s*(#|$)/.test(line)
}
