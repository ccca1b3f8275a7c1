import { DASH, HASH } from './char-codes.ts'
import { ClosedCheck } from './check-closed.ts'
import type { ItemHeader } from './item.ts'
import { HeaderScan } from './scan-header.ts'
import { isLineEnd, isSpaceOrLineEnd, nextLine, skipLinesThatBeginWith, skipSpaces } from './scan-line.ts'

/** One item of a block list; its lines go from `start` (with a comment directly above it) to `end`. */
interface ItemCut {
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
  /** Undefined before the first key. */
  scan: HeaderScan | undefined
}

/**
 * Cuts the block list whose first line is at `from` by indentation alone: a line deeper than the dashes belongs to the
 * item above. Undefined when a line fits nowhere. Comments between items stay apart unless directly above one.
 */
export function cutBlockItems(text: string, from: number): ItemsCut | undefined {
  const check = new ClosedCheck(text)
  const items: ItemCut[] = []
  let column = -1
  let open: OpenItem | undefined
  // Where the open item ends should no more of its lines come: at the first comment that is not deeper than the dashes.
  let tail = -1
  // Where the block of comments begins that stands directly above the line in hand.
  let lead = -1
  let line = from
  while (line < text.length) {
    const scan = open?.scan
    const shallow = scan === undefined ? line : skipLinesThatBeginWith(text, line, scan.deeper)
    if (shallow > line) {
      tail = lead = -1
      line = shallow
      continue
    }
    const at = skipSpaces(text, line)
    const next = nextLine(text, at)
    if (isLineEnd(text, at)) {
      lead = -1
      line = next
      continue
    }
    const code = text.charCodeAt(at)
    if (open !== undefined && at - line > column) {
      tail = lead = -1
      if (code !== HASH) takeContent(text, open, line, at, check)
    } else if (code === HASH) {
      if (lead === -1) lead = line
      if (tail === -1) tail = line
    } else if (code === DASH && isSpaceOrLineEnd(text, at + 1) && (open === undefined || at - line === column)) {
      if (open !== undefined) items.push(closeItem(open, tail === -1 ? line : tail))
      column = at - line
      open = { start: lead === -1 ? line : lead, dash: at, scan: undefined }
      tail = lead = -1
      const first = skipSpaces(text, at + 1)
      if (!isLineEnd(text, first) && text.charCodeAt(first) !== HASH) takeContent(text, open, line, first, check)
    } else if (at === line) {
      break
    } else {
      return undefined
    }
    line = next
  }
  if (open !== undefined) items.push(closeItem(open, tail === -1 ? line : tail))
  return { items, column, next: line }
}

/** A line of the item that is no deeper than its keys. */
function takeContent(text: string, item: OpenItem, line: number, at: number, check: ClosedCheck): void {
  const { scan, start } = item
  if (scan === undefined) {
    item.scan = new HeaderScan(text, start, line, at, check)
  } else if (at - line === scan.column) {
    scan.takeKey(line, at)
  } else {
    scan.doubt()
  }
}

function closeItem({ start, dash, scan }: OpenItem, end: number): ItemCut {
  return { start, dash, end, header: scan?.finish(end) }
}
