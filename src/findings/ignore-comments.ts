import { indexLines } from './position.ts'

/** A comment `# golden-images: ignore[rule] reason`, for the value on its line or, alone on a line, below it. */
export interface IgnoreComment {
  readonly rule: string
  readonly reason: string
  readonly file: string
  /** Of the comment itself, from 1. */
  readonly line: number
  readonly column: number
  readonly endColumn: number
  /** The line of the values that it is for. */
  readonly forLine: number
}

export const IGNORE_MARK = 'golden-images: ignore['
const COMMENT = /(?:^|[ \t])(#[ \t]*golden-images: ignore\[([^\]\n]*)\][ \t]*([^\r\n]*))/gm

/** Every such comment of a text. What only looks like one, inside a block scalar, fits no finding. */
export function findIgnoreComments(file: string, text: string): IgnoreComment[] {
  if (!text.includes(IGNORE_MARK)) return []
  const lines = text.split('\n')
  const place = indexLines(text)
  return [...text.matchAll(COMMENT)].map((match) => {
    const [whole, comment = '', rule = '', reason = ''] = match
    const { line, column } = place(match.index + whole.length - comment.length)
    return {
      rule: rule.trim(),
      reason: reason.trim(),
      file,
      line,
      column,
      endColumn: column + comment.trimEnd().length,
      forLine: targetOf(lines, line),
    }
  })
}

/** A comment alone on its line is for the next line that is no comment and not blank. */
function targetOf(lines: readonly string[], line: number): number {
  const isComment = (text: string) => /^\s*(#|$)/.test(text)
  if (!isComment(lines[line - 1] ?? '')) return line
  const below = lines.findIndex((text, index) => index >= line && !isComment(text))
  return below < 0 ? line : below + 1
}
