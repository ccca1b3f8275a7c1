import type { Position } from '../../findings/position.ts'
import { drawLine, type FrameLine } from './frame-line.ts'

/** A part of a code frame: a line that is shown as it is, a line with marks below it, or lines left out. */
export type FramePart =
  | { readonly kind: 'context'; readonly number: number; readonly text: string }
  | ({ readonly kind: 'marked'; readonly number: number } & FrameLine)
  | { readonly kind: 'gap' }

const MOST_LINES = 4

/** The lines of a source that a position spans, marked, with the line above them; empty when they are not there. */
export function drawFrame(lines: readonly string[], position: Position, width: number): FramePart[] {
  const marked = stretches(lines, position).map(({ number, line, from, to }): FramePart => {
    return { kind: 'marked', number, ...drawLine(line, from, to, width) }
  })
  if (marked.length === 0) return []
  const above = lines[position.line - 2] ?? ''
  const context: FramePart[] =
    above.trim() === '' ? [] : [{ kind: 'context', number: position.line - 1, text: drawLine(above, 0, 0, width).text }]
  if (marked.length <= MOST_LINES) return [...context, ...marked]
  return [...context, ...marked.slice(0, MOST_LINES - 2), { kind: 'gap' }, ...marked.slice(-1)]
}

interface Stretch {
  readonly number: number
  readonly line: string
  readonly from: number
  readonly to: number
}

/** The position line by line, without indentation and without lines of which nothing is marked. */
function stretches(lines: readonly string[], { line: first, column, endLine, endColumn }: Position): Stretch[] {
  return lines.slice(first - 1, endLine).flatMap((line, index) => {
    const number = first + index
    const from = number === first ? column - 1 : line.length - line.trimStart().length
    const to = number === endLine ? endColumn - 1 : line.trimEnd().length
    return number === first || to > from ? [{ number, line, from, to }] : []
  })
}
