import { MOST_FIELDS } from '../../yaml/bounds.ts'
import { readEmptyValue, readKey } from '../../yaml/plain/read-single-line.ts'
import { BYTE_ORDER_MARK, DASH, DOT, HASH } from '../../yaml/scan/char-codes.ts'
import { isLineEnd, isSpaceOrLineEnd, nextContent, nextLine, skipSpaces } from '../../yaml/scan/scan-line.ts'
import type { TextScan } from '../text-scan.ts'
import { cutBlockItems, type ItemsCut } from './cut-block-items.ts'

/** One top-level `key: value`; its lines go from `start` to `end`, without blank lines and comments that follow. */
export interface Member {
  readonly start: number
  readonly afterColon: number
  readonly end: number
}

export interface DocumentCut {
  readonly members: ReadonlyMap<string, Member>
  readonly items: ItemsCut | undefined
  /** Where the document's own lines end: before `...`, or with the text. */
  readonly end: number
}

/**
 * Cuts a document that is a block mapping at column 0 into its members, by indentation alone. Undefined when anything
 * is there that this does not recognise with certainty: then only a full parse can tell.
 */
export function cutDocument(text: string, scan: TextScan): DocumentCut | undefined {
  const members = new Map<string, { start: number; afterColon: number; end: number }>()
  let items: ItemsCut | undefined
  let last: { end: number } | undefined
  // An `items` has all its lines already: those of a block list are cut at once.
  let isItems = false
  let line = skipDocumentStart(text)
  while (line < text.length) {
    const at = skipSpaces(text, line)
    const next = nextLine(text, at)
    const isComment = text.charCodeAt(at) === HASH
    if (isLineEnd(text, at) || (isComment && (at === line || last === undefined))) {
      line = next
      continue
    }
    if (at > line || (text.charCodeAt(at) === DASH && isSpaceOrLineEnd(text, at + 1))) {
      if (last === undefined || (isItems && !isComment)) return undefined
      last.end = next
      line = next
      continue
    }
    if (isMarker(text, line, DOT))
      return nextContent(text, next) >= text.length ? { members, items, end: line } : undefined
    const key = readKey(text, line)
    if (key === undefined || members.has(key.name) || members.size >= MOST_FIELDS) return undefined
    const member = { start: line, afterColon: key.end, end: next }
    members.set(key.name, member)
    last = member
    line = next
    isItems = key.name === 'items'
    if (!isItems) continue
    const valueEnd = readEmptyValue(text, key.end)
    if (valueEnd === undefined) return undefined
    if (valueEnd !== key.end) continue
    items = cutBlockItems(text, next, scan)
    if (items === undefined) return undefined
    line = items.next
  }
  return { members, items, end: text.length }
}

/** The first line of the document itself: after a byte order mark, comments and one `---`. */
function skipDocumentStart(text: string): number {
  const line = nextContent(text, text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0)
  return isMarker(text, line, DASH) ? nextLine(text, line) : line
}

/** Whether the line is `---` (or `...`) with nothing but a comment after it. */
function isMarker(text: string, line: number, code: number): boolean {
  for (let at = line; at < line + 3; at++) if (text.charCodeAt(at) !== code) return false
  const rest = skipSpaces(text, line + 3)
  return isLineEnd(text, rest) || (text.charCodeAt(rest) === HASH && rest > line + 3)
}
