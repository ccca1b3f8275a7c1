import { isJsonObject } from '../../json/json.ts'
import { ParseBudget } from '../../yaml/parse-budget.ts'
import { checkList, FIELDS, type Field, type ListFields, tooManyDocuments } from '../check-list.ts'
import { isNeeded, type ParsedItem, parsedItem, type Slice, SourceItem } from '../item.ts'
import { readJsonManifests } from '../manifests/read-json-manifests.ts'
import { refuseKeys } from '../refuse-keys.ts'
import type { Item, Needs, ReadOptions, ReadResult } from '../resource-list.ts'
import { cutJson, type JsonCut, parseSpan } from './cut-json.ts'
import { skipBlanks } from './scan-json.ts'
import { writeJsonList } from './write-json-list.ts'

/**
 * Reads a ResourceList whose JSON begins at `start` by cutting it into slices. Undefined when the text is no JSON, or when something
 * is wrong with it: a full parse as YAML, which includes JSON, then finds the reason and its place.
 */
export function readJsonList(
  text: string,
  start: number,
  needs: Needs,
  { mention }: ReadOptions,
): ReadResult | undefined {
  const cut = cutJson(text, start)
  if (cut === undefined) return undefined
  if (skipBlanks(text, cut.end) < text.length) {
    const documents = readJsonManifests(text)
    return documents && { ok: false, message: tooManyDocuments(documents.length) }
  }
  const budget = new ParseBudget()
  const fields = readFields(text, cut, budget)
  if (fields === undefined) return refuseKeys(text, start, budget)
  const checked = checkList(text, fields)
  if (!checked.ok) return checked
  const source = { file: '', text }
  const items: Item[] = []
  const needed: Item[] = []
  for (const [index, { start, end, header }] of cut.items.entries()) {
    const slice = { start, end }
    const unread = new SourceItem(source, index, header, slice, parseJsonItem)
    if (!isNeeded(unread, needs, mention)) {
      items.push(unread)
      continue
    }
    const value = parseSpan(text, slice, budget)
    if (!isJsonObject(value)) return refuseKeys(text, start, budget)
    const item = parsedItem(source, index, value, slice)
    items.push(item)
    needed.push(item)
  }
  const { apiVersion, functionConfig } = checked
  return {
    ok: true,
    list: { apiVersion, functionConfig, items, needed, write: (output) => writeJsonList(text, cut, items, output) },
  }
}

function readFields(text: string, { members }: JsonCut, budget: ParseBudget): ListFields | undefined {
  const fields: { [name: string]: Field } = {}
  for (const name of FIELDS) {
    const member = members.get(name)
    // What is in the list of items comes later.
    if (member === undefined || (name === 'items' && text.charAt(member.value) === '[')) continue
    const value = parseSpan(text, { start: member.value, end: member.end }, budget)
    if (value === undefined) return undefined
    fields[name] = { value, offset: member.start }
  }
  return fields
}

function parseJsonItem(text: string, slice: Slice): ParsedItem {
  const value = parseSpan(text, slice)
  if (value === undefined) return { ok: false, message: 'it must be JSON without duplicate keys', offset: slice.start }
  return { ok: true, value }
}
