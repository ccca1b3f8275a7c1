import { DASH, HASH } from '../../yaml/scan/char-codes.ts'
import { isLineEnd, isSpaceOrLineEnd, nextLine, skipSpaces } from '../../yaml/scan/scan-line.ts'
import type { ItemHeader } from '../item.ts'
import type { TextScan } from '../text-scan.ts'
import { ClosedCheck } from './check-closed.ts'
import { HeaderReader } from './read-header.ts'
import { findShallowLines, firstLineFrom, PER_LINE, type ShallowLines, USUAL_DEPTH } from './shallow-lines.ts'

/** One item of a block list; its lines go from `start` (with a comment directly above it) to `end`. */
export interface ItemCut {
  readonly start: number
  readonly dash: number
  readonly end: number
  /** Undefined when only a parser can tell what the item is. */
  readonly header: ItemHeader | undefined
}

export interface ItemsCut {
  readonly items: readonly ItemCut[]
  /** The column of the dashes; -1 when there are no items. */
  readonly column: number
  /** The first line after the list: a line at column 0 that is none of its own, or the end of the text. */
  readonly next: number
}

interface OpenItem {
  readonly start: number
  readonly dash: number
  /** The place of its first key, and of the line with it among the shallow ones; -1 before that was seen. */
  firstKey: number
  keyLine: number
  keyColumn: number
}

/**
 * Cuts the block list whose first line is at `from` by indentation alone: a line deeper than the dashes belongs to the
 * item above. Undefined when a line fits nowhere. Comments between items stay apart unless directly above one.
 */
export function cutBlockItems(text: string, from: number, scan: TextScan): ItemsCut | undefined {
  const depth = Math.max(USUAL_DEPTH, depthAt(text, from))
  const lines = depth === USUAL_DEPTH ? scan.shallowLines(from) : findShallowLines(text, from, depth)
  return cutByLines(text, from, lines, depth, scan) ?? cutByAllLines(text, from, scan)
}

function cutByAllLines(text: string, from: number, scan: TextScan): ItemsCut | undefined {
  const depth = Number.POSITIVE_INFINITY
  return cutByLines(text, from, findShallowLines(text, from, depth), depth, scan)
}

/** The depth that the keys of the first item need, or whatever else comes first. */
function depthAt(text: string, from: number): number {
  let line = from
  let at = skipSpaces(text, line)
  while (at < text.length && (isLineEnd(text, at) || text.charCodeAt(at) === HASH)) {
    line = nextLine(text, at)
    at = skipSpaces(text, line)
  }
  const isEntry = text.charCodeAt(at) === DASH && isSpaceOrLineEnd(text, at + 1)
  return (isEntry ? skipSpaces(text, at + 1) : at) - line + 1
}

/** Undefined also when the keys of an item are no shallow lines. */
function cutByLines(
  text: string,
  from: number,
  lines: ShallowLines,
  depth: number,
  scan: TextScan,
): ItemsCut | undefined {
  const headers = new HeaderReader(text, lines, new ClosedCheck(text, scan))
  const items: ItemCut[] = []
  let column = -1
  let open: OpenItem | undefined
  // Where the open item ends should no more of its lines come: at the first comment that is not deeper than the dashes.
  let tail = -1
  // Where the block of comments begins that stands directly above the line in hand.
  let lead = -1
  let next = text.length
  let index = firstLineFrom(lines, from)
  for (; index < lines.length; index += PER_LINE) {
    const line = lines[index] ?? 0
    const at = lines[index + 1] ?? 0
    const code = lines[index + 2] ?? 0
    const comments = tail !== -1 || lead !== -1
    // Deeper lines stood in between.
    if (comments && nextLine(text, lines[index - 2] ?? 0) !== line) tail = lead = -1
    if (open !== undefined && open.keyColumn !== -1 && at - line > open.keyColumn) {
      tail = lead = -1
    } else if (code === -1) {
      lead = -1
    } else if (open !== undefined && at - line > column) {
      if (comments) tail = lead = -1
      if (open.keyColumn === -1 && code !== HASH) openKeys(open, index, line, at)
    } else if (code === HASH) {
      if (lead === -1) lead = line
      if (tail === -1) tail = line
    } else if (code === DASH && isSpaceOrLineEnd(text, at + 1) && (open === undefined || at - line === column)) {
      if (open !== undefined) items.push(closeItem(headers, open, index, tail === -1 ? line : tail))
      column = at - line
      open = { start: lead === -1 ? line : lead, dash: at, firstKey: -1, keyLine: -1, keyColumn: -1 }
      tail = lead = -1
      const first = skipSpaces(text, at + 1)
      const isAlone = isLineEnd(text, first) || text.charCodeAt(first) === HASH
      if (!isAlone) openKeys(open, index, line, first)
      if (isAlone ? depth !== Number.POSITIVE_INFINITY : first - line >= depth) return undefined
    } else if (at === line) {
      next = line
      break
    } else {
      return undefined
    }
  }
  // At the end of the text there is no line any more that would tell.
  if (tail !== -1 && nextLine(text, lines[index - 2] ?? 0) !== next) tail = -1
  if (open !== undefined) items.push(closeItem(headers, open, index, tail === -1 ? next : tail))
  return { items, column, next }
}

function openKeys(item: OpenItem, index: number, line: number, first: number): void {
  item.firstKey = first
  item.keyLine = index
  item.keyColumn = first - line
}

function closeItem(headers: HeaderReader, item: OpenItem, nextIndex: number, end: number): ItemCut {
  const { start, dash, firstKey, keyLine } = item
  const header = keyLine === -1 ? undefined : headers.read({ start, end, firstKey, keyLine, nextIndex })
  return { start, dash, end, header }
}
