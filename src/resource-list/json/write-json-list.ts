import { type JsonStyle, printJson } from '../../json/print-json.ts'
import { lineBreakOf } from '../../yaml/scan/scan-line.ts'
import { applyEdits, type Edit } from '../apply-edits.ts'
import type { Item, Output } from '../resource-list.ts'
import type { JsonCut, Span } from './cut-json.ts'
import { skipBlanks } from './scan-json.ts'

/** Writes a JSON list that was cut: its own text, with what changes cut out and put in. */
export function writeJsonList(text: string, cut: JsonCut, items: readonly Item[], output: Output): string {
  const style = styleOf(text, cut)
  const edits = [...itemEdits(text, cut, items, output, style), ...resultEdits(cut, output, style)]
  return applyEdits(text, edits, style.lineBreak)
}

function itemEdits(text: string, cut: JsonCut, items: readonly Item[], output: Output, style: JsonStyle): Edit[] {
  const { dropped, emitted } = output
  const member = cut.members.get('items')
  const indent = style.unit ?? ''
  if (member === undefined) return emitted.length === 0 ? [] : [addMember(cut, 'items', emitted, style)]
  const isKept = cut.items.map((_, index) => !isDropped(items[index], dropped))
  const firstKept = isKept.indexOf(true)
  const first = cut.items[0]
  if (first === undefined || firstKept === -1) {
    if (emitted.length === 0 && first === undefined) return []
    return [{ from: member.value, to: member.end, insert: printJson(emitted, style, indent) }]
  }
  const edits = cut.items.flatMap((_, index) => (isKept[index] ? [] : [removal(cut.items, index, firstKept)]))
  const blanks = text.slice(skipBlanks(text, member.value) + 1, first.start)
  const itemIndent = blanks.slice(blanks.lastIndexOf('\n') + 1)
  const onLines = blanks.includes('\n')
  const itemStyle = onLines ? style : { ...style, unit: undefined }
  const separator = `,${onLines ? blanks : style.comma.slice(1)}`
  const insert = emitted.map((item) => separator + printJson(item, itemStyle, itemIndent)).join('')
  return [...edits, insertAt(cut.items.at(-1)?.end ?? member.end, insert)]
}

function isDropped(item: Item | undefined, dropped: ReadonlySet<Item>): boolean {
  return item !== undefined && dropped.has(item)
}

function resultEdits(cut: JsonCut, { results }: Output, style: JsonStyle): Edit[] {
  const old = cut.members.get('results')
  if (old === undefined) return results.length === 0 ? [] : [addMember(cut, 'results', results, style)]
  if (results.length > 0) {
    return [{ from: old.value, to: old.end, insert: printJson(results, style, style.unit ?? '') }]
  }
  const members = [...cut.members.values()]
  const index = members.indexOf(old)
  return [removal(members, index, index === 0 ? 1 : 0)]
}

/** Takes an entry out together with the comma before it, or after it when nothing before it stays. */
function removal(entries: readonly Span[], index: number, firstKept: number): Edit {
  const entry = entries[index] ?? { start: 0, end: 0 }
  const before = entries[index - 1]
  if (before !== undefined && firstKept < index) return { from: before.end, to: entry.end, insert: '' }
  return { from: entry.start, to: entries[index + 1]?.start ?? entry.end, insert: '' }
}

/** There is always a member before, as a list has at least its `kind`. */
function addMember(cut: JsonCut, name: string, value: unknown, style: JsonStyle): Edit {
  const end = [...cut.members.values()].at(-1)?.end ?? cut.start + 1
  const unit = style.unit ?? ''
  const separator = style.unit === undefined ? style.comma : `,${style.lineBreak}${unit}`
  return insertAt(end, `${separator}${JSON.stringify(name)}${style.colon}${printJson(value, style, unit)}`)
}

function insertAt(place: number, insert: string): Edit {
  return { from: place, to: place, insert }
}

/** Read off the first members: what stands before, within and between them. */
function styleOf(text: string, { start, members }: JsonCut): JsonStyle {
  const [first, second] = members.values()
  const lead = text.slice(start + 1, first?.start ?? start + 1)
  const colon = first !== undefined && /:\s/.test(text.slice(first.start, first.value)) ? ': ' : ':'
  const between = first !== undefined && second !== undefined ? text.slice(first.end, second.start) : ','
  const unit = lead.includes('\n') ? lead.slice(lead.lastIndexOf('\n') + 1) : undefined
  return { unit, lineBreak: lineBreakOf(text), colon, comma: between.endsWith(' ') ? ', ' : ',' }
}
