import { DASH } from '../../yaml/scan/char-codes.ts'
import { isSpaceOrLineEnd, nextContent, skipSpaces } from '../../yaml/scan/scan-line.ts'
import type { Edit } from '../apply-edits.ts'

/**
 * The last guard before anything is written: where whole lines were put in or cut out, what goes on below must be an item
 * (a dash at `column`) or a member of the list, never the rest of something. Throws when it is not: a failure of ours.
 */
export function checkEdits(text: string, edits: readonly Edit[], column: number): void {
  for (const { from, to, insert } of edits) {
    const isWholeLines = insert === '' ? from === 0 || text.startsWith('\n', from - 1) : insert.endsWith('\n')
    if (isWholeLines && !beginsMember(text, nextContent(text, to), column)) {
      throw new Error('an item would be written into another one')
    }
  }
}

function beginsMember(text: string, line: number, column: number): boolean {
  if (line >= text.length) return true
  const at = skipSpaces(text, line)
  const isDash = text.charCodeAt(at) === DASH && isSpaceOrLineEnd(text, at + 1)
  return at - line === (isDash ? column : 0)
}
