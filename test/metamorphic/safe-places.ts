import { isScalar, parseAllDocuments, visit } from 'yaml'
import { IGNORE_MARK } from '../../src/findings/ignore-comments.ts'

/** What may be done at a line of a text without any value changing. */
export interface LinePlace {
  /** A line of the text, with its line break. */
  readonly line: string
  /** Lines that may come before it: none, any, or any after a comment at column 0, which ends the block scalar above. */
  readonly before: 'nothing' | 'anything' | 'comment first'
  /** Whether blanks and a comment may be added to it. */
  readonly mayTrail: boolean
}

/** The lines of a text that is YAML, and, at the end, the place after the last one. */
export function safePlaces(text: string): LinePlace[] {
  const lines = text.split(/(?<=\n)/)
  if (lines.at(-1) === '') lines.pop()
  const inside = new Set<number>()
  const open = new Set<number>()
  const afterBlock = new Set<number>()
  const lineOf = indexLines(lines)
  for (const document of parseAllDocuments(text, { logLevel: 'silent', uniqueKeys: false })) {
    visit(document, (_, node) => {
      if (!isScalar(node) || !node.range) return
      const [start, end] = node.range
      const first = lineOf(start)
      const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED'
      // An empty block scalar ends with its header, and takes the blank lines below.
      const last = Math.max(lineOf(Math.max(end - 1, start)), first)
      for (let line = first + 1; line <= last; line++) inside.add(line)
      for (let line = isBlock ? first + 1 : first; line <= (isBlock ? last : last - 1); line++) open.add(line)
      // Blank lines that are no part of its value would be, were a deep line below them.
      if (isBlock) for (let line = last + 1; line === last + 1 || isBlank(lines[line - 1]); line++) afterBlock.add(line)
    })
  }
  const isDirective = (line: string) => /^\ufeff?%/.test(line)
  const before = (index: number): LinePlace['before'] =>
    inside.has(index) ? 'nothing' : afterBlock.has(index) ? 'comment first' : 'anything'
  return [
    ...lines.map((line, index) => ({
      line,
      before: before(index),
      // A comment of ours would have another reason.
      mayTrail: !open.has(index) && !isDirective(line) && !line.includes(IGNORE_MARK),
    })),
    { line: '', before: before(lines.length), mayTrail: false },
  ]
}

function isBlank(line: string | undefined): boolean {
  return line?.trim() === ''
}

function indexLines(lines: readonly string[]): (offset: number) => number {
  const starts: number[] = []
  let at = 0
  for (const line of lines) {
    starts.push(at)
    at += line.length
  }
  return (offset) => starts.findLastIndex((start) => start <= offset)
}
