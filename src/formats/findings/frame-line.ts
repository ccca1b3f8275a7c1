import { displayWidth } from '../text/display-width.ts'
import { escapeAsJson, hashOfCommand, visible } from '../text/printable.ts'

/** One character of a source line as it is shown. */
interface Cell {
  /** Where it stands in the line, in UTF-16 units. */
  readonly start: number
  readonly end: number
  readonly text: string
  readonly columns: number
}

/** A line of a source, and the marks below it. */
export interface FrameLine {
  readonly text: string
  readonly marks: string
}

const TAB = '    '
/** Columns that are kept for what stands around the stretch. */
const AROUND = 24

/**
 * Draws a line and marks a stretch of it (UTF-16 units, from 0). Of a line that is too long it shows the part around
 * the stretch; a tab counts as four columns, and what a terminal would act on is escaped.
 */
export function drawLine(source: string, from: number, to: number, width: number): FrameLine {
  const line = source.endsWith('\r') ? source.slice(0, -1) : source
  const start = Math.min(from, line.length)
  const cells = cellsAround(line, start, width)
  const shown = chooseShown(cells, start, Math.max(to, start + 1), width)
  const cutBefore = (shown[0]?.start ?? 0) > 0 ? '…' : ''
  const cutAfter = (shown.at(-1)?.end ?? 0) < line.length ? '…' : ''
  const before = columnsOf(shown.filter(({ end }) => end <= start)) + cutBefore.length
  const marked = columnsOf(shown.filter((cell) => touches(cell, start, Math.max(to, start + 1))))
  return {
    text: cutBefore + shown.map(({ text }) => text).join('') + cutAfter,
    marks: ' '.repeat(before) + '^'.repeat(Math.max(1, marked)),
  }
}

/** The cells that could be shown; a line can be a whole file of JSON. */
function cellsAround(line: string, from: number, width: number): Cell[] {
  const cells: Cell[] = []
  let at = wholeCharacter(line, Math.max(0, from - 2 * width))
  const limit = wholeCharacter(line, Math.min(line.length, from + 2 * width))
  const start = at
  const stretch = line.slice(start, limit)
  // It does not begin a line of the output: commands that count anywhere are the only ones.
  const hashes = new Set([...stretch.matchAll(hashOfCommand())].map(({ index }) => start + index))
  for (const character of stretch) {
    const text = character === '\t' ? TAB : hashes.has(at) ? escapeAsJson(character) : visible(character)
    cells.push({ start: at, end: at + character.length, text, columns: displayWidth(text) })
    at += character.length
  }
  // The end of the line can be marked, too.
  return limit === line.length ? [...cells, { start: at, end: at + 1, text: '', columns: 1 }] : cells
}

/** An offset that does not part a surrogate pair. */
function wholeCharacter(line: string, offset: number): number {
  const pair = line.codePointAt(offset - 1) ?? 0
  return pair > 0xffff ? offset - 1 : offset
}

/** As many cells before the stretch as leave room for it and for some behind it, then as many as still fit. */
function chooseShown(cells: readonly Cell[], from: number, to: number, width: number): readonly Cell[] {
  const stretch = columnsOf(cells.filter((cell) => touches(cell, from, to)))
  let first = cells.findIndex(({ end }) => end > from)
  const after = columnsOf(cells.filter(({ start }) => start >= to))
  let room = Math.max(AROUND, width - stretch - Math.min(AROUND, after))
  for (let cell = cells[first - 1]; cell && cell.columns <= room; cell = cells[first - 1]) {
    room -= cell.columns
    first -= 1
  }
  let last = first
  let left = width
  for (let cell = cells[last]; cell && cell.columns <= left; cell = cells[last]) {
    left -= cell.columns
    last += 1
  }
  return cells.slice(first, last)
}

function touches({ start, end }: Cell, from: number, to: number): boolean {
  return end > from && start < to
}

function columnsOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { columns }) => sum + columns, 0)
}
