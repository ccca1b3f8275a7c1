import { checkList, type Field, type ListFields, NOTHING, notAnObject } from './check-list.ts'
import { cutDocument, type DocumentCut, type Member } from './cut-document.ts'
import { type ParsedItem, parsedItem, type Slice, SourceItem } from './item.ts'
import { isJsonObject } from './json.ts'
import { parseYaml } from './parse-yaml.ts'
import { readString } from './read-single-line.ts'
import type { Item, Needs, ReadResult } from './resource-list.ts'
import { nextLine } from './scan-line.ts'
import { writeBlockList } from './write-block-list.ts'

/**
 * Reads a ResourceList in block style by cutting it into slices. Undefined when the text is not certainly one, or when
 * a part does not parse by itself (it may refer to an anchor elsewhere): then the whole must be parsed.
 */
export function readBlockList(text: string, needs: Needs): ReadResult | undefined {
  const cut = cutDocument(text)
  if (cut === undefined) return undefined
  if (cut.members.size === 0) return { ok: false, message: NOTHING }
  const fields = readFields(text, cut)
  if (fields === undefined) return undefined
  const checked = checkList(text, fields)
  if (!checked.ok) return checked
  const items: Item[] = []
  for (const [index, itemCut] of (cut.items?.items ?? []).entries()) {
    const slice = { text, start: itemCut.start, end: itemCut.end }
    const { header } = itemCut
    if (header !== undefined && !needs(header.apiVersion, header.kind)) {
      items.push(new SourceItem(index, header, slice, parseBlockItem))
      continue
    }
    const parsed = parseBlockItem(slice)
    if (!parsed.ok) return undefined
    if (!isJsonObject(parsed.value)) {
      return { ok: false, message: notAnObject(text, index, parsed.value, itemCut.dash) }
    }
    items.push(parsedItem(index, parsed.value, slice))
  }
  const { apiVersion, functionConfig } = checked
  return {
    ok: true,
    list: { apiVersion, functionConfig, items, write: (output) => writeBlockList(text, cut, items, output) },
  }
}

/** The fields other than `items`. Every member is parsed, as a broken one could reach into the next. */
function readFields(text: string, { members }: DocumentCut): ListFields | undefined {
  const values = new Map<string, Field>()
  for (const [name, member] of members) {
    if (name === 'items') continue
    const value = readMember(text, name, member)
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
function readMember(text: string, name: string, { start, afterColon, end }: Member): unknown {
  const string = end === nextLine(text, start) ? readString(text, afterColon) : undefined
  if (string !== undefined) return string
  const parsed = parseYaml(text.slice(start, end))
  return parsed.ok && isJsonObject(parsed.value) ? parsed.value[name] : undefined
}

function parseBlockItem({ text, start, end }: Slice): ParsedItem {
  const parsed = parseYaml(text.slice(start, end))
  if (!parsed.ok) return { ok: false, message: parsed.problem.message, offset: start + parsed.problem.offset }
  const { value } = parsed
  if (!Array.isArray(value) || value.length !== 1) return { ok: false, message: 'it must be one item', offset: start }
  return { ok: true, value: value[0] }
}
