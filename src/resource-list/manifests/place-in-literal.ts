import { nextLine } from '../../yaml/scan/scan-line.ts'
import type { Slice } from '../item.ts'
import type { PlaceSlice } from './parsed-document.ts'

interface Line {
  /** In the value. */
  readonly offset: number
  /** In the source. */
  readonly start: number
  readonly indent: number
}

/**
 * For a literal block scalar (`|`) with that place and value: where its lines stand. What starts with a line of the value
 * starts with the whole line of the source, so that all of its lines are indented alike.
 */
export function placeInLiteral(text: string, scalar: Slice, value: string): PlaceSlice | undefined {
  const lines: Line[] = []
  let start = nextLine(text, scalar.start)
  let offset = 0
  for (const line of value.replace(/\n$/, '').split('\n')) {
    const end = nextLine(text, start)
    const written = text.slice(start, end).replace(/\r?\n$/, '')
    if (!written.endsWith(line)) return undefined
    lines.push({ offset, start, indent: written.length - line.length })
    offset += line.length + 1
    start = end
  }
  const end = start
  const toSource = (at: number) => {
    if (at >= offset) return end
    const line = lineAt(lines, at)
    return at === line.offset ? line.start : line.start + line.indent + at - line.offset
  }
  return (slice) => ({ start: toSource(slice.start), end: toSource(slice.end) })
}

function lineAt(lines: readonly Line[], offset: number): Line {
  let low = 0
  let high = lines.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.offset ?? 0) <= offset) low = middle
    else high = middle
  }
  return lines[low] ?? { offset: 0, start: 0, indent: 0 }
}
