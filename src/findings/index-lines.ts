import type { FilePosition } from './position.ts'

/** Where an offset of a text stands; both numbers count from 1. */
export type LineIndex = (offset: number) => { readonly line: number; readonly column: number }

/** Reads the line starts of a text once, to place any offset of it. */
export function indexLines(text: string): LineIndex {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}

/** A stretch of a file, whose lines `place` tells. */
export function positionOf(file: string, start: number, end: number, place: LineIndex): FilePosition {
  const from = place(start)
  const to = place(end)
  return { file, start, end, line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
}
