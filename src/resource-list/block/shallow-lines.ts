import { SPACE } from '../../yaml/scan/char-codes.ts'
import { isLineEnd, nextLine } from '../../yaml/scan/scan-line.ts'

/**
 * The lines of a text that are indented by less than some depth, three numbers for each: where it starts, the place of
 * its first character that is no space, and that character's UTF-16 code (-1 when the line is blank). The lines in
 * between need not be looked at to cut a list: this makes a large one cost little.
 */
export type ShallowLines = Int32Array

export const PER_LINE = 3

/** What a dash at column 0 and keys below it need: items as kustomize and kpt print them. */
export const USUAL_DEPTH = 3

/** The shallow lines from the line at `from` on. */
export function findShallowLines(text: string, from: number, depth: number): ShallowLines {
  const lines: number[] = []
  for (let line = from; line < text.length; line = nextLine(text, line)) {
    let at = line
    while (at - line < depth && text.charCodeAt(at) === SPACE) at++
    if (at - line < depth) lines.push(line, at, isLineEnd(text, at) ? -1 : text.charCodeAt(at))
  }
  return Int32Array.from(lines)
}

/** The place in `lines` of the first line at or after `from`. */
export function firstLineFrom(lines: ShallowLines, from: number): number {
  let low = 0
  let high = lines.length / PER_LINE
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle * PER_LINE] ?? 0) < from) low = middle + 1
    else high = middle
  }
  return low * PER_LINE
}
