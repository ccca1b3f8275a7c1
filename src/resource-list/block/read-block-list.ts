import { isJsonObject } from '../../json/json.ts'
import type { Fields } from '../../yaml/fields.ts'
import { ParseBudget } from '../../yaml/parse-budget.ts'
import { parseYaml } from '../../yaml/parse-yaml.ts'
import { PlainYamlReader } from '../../yaml/plain/read-plain-yaml.ts'
import { readString } from '../../yaml/plain/read-single-line.ts'
import { nextLine } from '../../yaml/scan/scan-line.ts'
import { checkList, type Field, type ListFields, NOTHING, notAnObject } from '../check-list.ts'
import { type ItemHeader, type ParsedItem, parsedItem, type Slice, SourceItem } from '../item.ts'
import { refuseKeys } from '../refuse-keys.ts'
import type { Item, Needs, ReadResult, Source } from '../resource-list.ts'
import { scanText, type TextScan } from '../text-scan.ts'
import type { ItemCut } from './cut-block-items.ts'
import { cutDocument, type DocumentCut, type Member } from './cut-document.ts'
import { writeBlockList } from './write-block-list.ts'

/**
 * Reads a ResourceList in block style by cutting it into slices. Undefined when the text is not certainly one, or when
 * a part does not parse by itself (it may refer to an anchor elsewhere): then the whole must be parsed.
 */
export function readBlockList(
  text: string,
  needs: Needs,
  mention?: string,
  scan: TextScan = scanText(text),
): ReadResult | undefined {
  const cut = cutDocument(text, scan)
  if (cut === undefined) return undefined
  if (cut.members.size === 0) return { ok: false, message: NOTHING }
  const budget = new ParseBudget()
  const reader = new PlainYamlReader(budget)
  const fields = readFields(text, cut, reader, budget)
  if (fields === undefined) return refuseKeys(text, 0, budget)
  const checked = checkList(text, fields)
  if (!checked.ok) return checked
  const cuts = cut.items?.items ?? []
  const mentioned = mention === undefined ? [] : findMentions(text, cuts, mention, scan)
  const source = { file: '', text }
  const parsed: Item[] = []
  const needed: Item[] = []
  for (let index = 0; index < cuts.length; index++) {
    const itemCut = cuts[index]
    const wanted = mentioned[index] || wantedOf(itemCut?.header, needs)
    if (itemCut === undefined || wanted === false) continue
    const slice = { start: itemCut.start, end: itemCut.end }
    const read = parseBlockItem(text, slice, reader, wanted, budget)
    if (!read.ok) return refuseKeys(text, itemCut.dash, budget)
    if (!isJsonObject(read.value)) return { ok: false, message: notAnObject(text, index, read.value, itemCut.dash) }
    const item = parsedItem(source, index, read.value, slice)
    parsed.push(item)
    if (itemCut.header !== undefined || needs(item.apiVersion, item.kind) !== false) needed.push(item)
  }
  const { apiVersion, functionConfig } = checked
  let items: Item[] | undefined
  return {
    ok: true,
    list: {
      apiVersion,
      functionConfig,
      needed,
      get items() {
        items ??= allItems(source, cuts, parsed)
        return items
      },
      write: (output) => writeBlockList(text, cut, output),
    },
  }
}

/** What is only known by its value must be read. */
function wantedOf(header: ItemHeader | undefined, needs: Needs): Fields | false {
  return header === undefined ? true : needs(header.apiVersion, header.kind)
}

/** `parsed` has some of them, in their order. */
function allItems(source: Source, cuts: readonly ItemCut[], parsed: readonly Item[]): Item[] {
  let next = 0
  return cuts.map((itemCut, index) => {
    const item = parsed[next]
    if (item?.index !== index) return sourceItem(source, itemCut, index)
    next++
    return item
  })
}

function sourceItem(source: Source, { header, start, end }: ItemCut, index: number): Item {
  const known = header ?? { apiVersion: undefined, kind: undefined }
  return new SourceItem(source, index, known, { start, end }, (text, slice) => parseBlockItem(text, slice))
}

/** By the places of the items: whether the text holds the word. */
function findMentions(text: string, cuts: readonly ItemCut[], word: string, scan: TextScan): boolean[] {
  const mentions: boolean[] = []
  let index = 0
  for (let at = text.indexOf(word, scan.firstPlace(word)); at !== -1; at = text.indexOf(word, at + 1)) {
    while (index < cuts.length && (cuts[index]?.end ?? 0) <= at) index++
    if (at >= (cuts[index]?.start ?? text.length)) mentions[index] = true
  }
  return mentions
}

/** The fields other than `items`. Every member is parsed, as a broken one could reach into the next. */
function readFields(
  text: string,
  { members }: DocumentCut,
  reader: PlainYamlReader,
  budget: ParseBudget,
): ListFields | undefined {
  const values = new Map<string, Field>()
  for (const [name, member] of members) {
    if (name === 'items') continue
    const value = readMember(text, name, member, reader, budget)
    if (value === undefined) return undefined
    values.set(name, { value, offset: member.start })
  }
  return {
    apiVersion: values.get('apiVersion'),
    kind: values.get('kind'),
    functionConfig: values.get('functionConfig'),
  }
}

/** The member's value; undefined when it does not parse by itself. */
function readMember(
  text: string,
  name: string,
  { start, afterColon, end }: Member,
  reader: PlainYamlReader,
  budget: ParseBudget,
): unknown {
  const string = end === nextLine(text, start) ? readString(text, afterColon) : undefined
  if (string !== undefined) return string
  const parsed = parseYaml(text.slice(start, end), reader, true, budget)
  return parsed.ok && isJsonObject(parsed.value) ? parsed.value[name] : undefined
}

function parseBlockItem(
  text: string,
  { start, end }: Slice,
  reader?: PlainYamlReader,
  fields?: Fields,
  budget?: ParseBudget,
): ParsedItem {
  const parsed = parseYaml(text.slice(start, end), reader, fields, budget)
  if (!parsed.ok) return { ok: false, message: parsed.problem.message, offset: start + parsed.problem.offset }
  const { value } = parsed
  if (!Array.isArray(value) || value.length !== 1) return { ok: false, message: 'it must be one item', offset: start }
  return { ok: true, value: value[0] }
}
