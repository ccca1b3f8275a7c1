import { readEmptyValue } from '../../yaml/plain/read-single-line.ts'
import { printYaml } from '../../yaml/print/print-yaml.ts'
import { DASH } from '../../yaml/scan/char-codes.ts'
import { isLineEnd, lineBreakOf, nextContent, nextLine, skipSpaces } from '../../yaml/scan/scan-line.ts'
import { applyEdits, type Edit } from '../apply-edits.ts'
import type { KrmResult } from '../krm-result.ts'
import type { Output } from '../resource-list.ts'
import { checkEdits } from './check-edits.ts'
import type { DocumentCut, Member } from './cut-document.ts'

/** Writes a list that was cut: its own text, with the lines that change cut out and put in. */
export function writeBlockList(text: string, cut: DocumentCut, output: Output): string {
  const lineBreak = lineBreakOf(text)
  const edits = [...itemEdits(text, cut, output), ...resultEdits(text, cut, output.results)]
  checkEdits(text, edits, cut.items?.column ?? -1)
  if (lineBreak === '\n') return applyEdits(text, edits, lineBreak)
  const inSourceBreaks = edits.map((edit) => ({ ...edit, insert: edit.insert.replaceAll('\n', lineBreak) }))
  return applyEdits(text, inSourceBreaks, lineBreak)
}

function itemEdits(text: string, { members, items: list, end }: DocumentCut, output: Output): Edit[] {
  const { dropped, emitted } = output
  const member = members.get('items')
  const cuts = list?.items ?? []
  const edits: Edit[] = [...dropped].flatMap(({ index }) => {
    const item = cuts[index]
    return item === undefined ? [] : [{ from: item.start, to: item.end, insert: '' }]
  })
  const lines = emitted.length === 0 ? '' : printList(emitted, list === undefined ? 0 : Math.max(list.column, 0))
  const lastItem = cuts.at(-1)
  if (lastItem !== undefined && member !== undefined) {
    if (lines !== '') edits.push(insertAt(lastItem.end, lines))
    else if (edits.length === cuts.length) edits.push(insertAt(member.afterColon, ' []'))
  } else if (lines !== '' && member === undefined) {
    edits.push(insertAt(end, `items:\n${lines}`))
  } else if (lines !== '' && member !== undefined) {
    const emptyEnd = readEmptyValue(text, member.afterColon) ?? member.afterColon
    edits.push({ from: member.afterColon, to: emptyEnd, insert: '' }, insertAt(nextLine(text, emptyEnd), lines))
  }
  return edits
}

/** Puts our results where others were, or at the end. */
function resultEdits(text: string, { members, items, end }: DocumentCut, results: readonly KrmResult[]): Edit[] {
  const old = members.get('results')
  if (results.length === 0)
    return old === undefined ? [] : [{ from: old.start, to: afterBlankLines(text, old), insert: '' }]
  const column = dashColumn(text, old) ?? Math.max(items?.column ?? 0, 0)
  const insert = `results:\n${printList(results, column)}`
  return old === undefined ? [insertAt(end, insert)] : [{ from: old.start, to: old.end, insert }]
}

/** The column of the dashes of a list that is there already; undefined for what has none. */
function dashColumn(text: string, list: Member | undefined): number | undefined {
  if (list === undefined) return undefined
  const line = nextContent(text, nextLine(text, list.afterColon))
  const at = skipSpaces(text, line)
  return line < list.end && text.charCodeAt(at) === DASH ? at - line : undefined
}

/**
 * Blank lines go with what stood before them: left behind, they could lengthen a block scalar above that keeps its
 * final line breaks.
 */
function afterBlankLines(text: string, { end }: Member): number {
  let line = end
  while (line < text.length) {
    const at = skipSpaces(text, line)
    if (!isLineEnd(text, at)) break
    line = nextLine(text, at)
  }
  return line
}

function insertAt(place: number, insert: string): Edit {
  return { from: place, to: place, insert }
}

/** A list whose dashes stand at the column. Each value is on one line, so every line can be moved by itself. */
function printList(values: readonly unknown[], column: number): string {
  const printed = printYaml(values, { indentLists: column > 0, blockScalars: false })
  return column === 0 ? printed : printed.replace(/^(?=.)/gm, ' '.repeat(column))
}
