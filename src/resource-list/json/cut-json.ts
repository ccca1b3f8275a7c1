import { MOST_FIELDS, mostJsonItems } from '../../yaml/bounds.ts'
import type { ParseBudget } from '../../yaml/parse-budget.ts'
import { BYTE_ORDER_MARK, OPEN_BRACKET } from '../../yaml/scan/char-codes.ts'
import type { ItemHeader } from '../item.ts'
import { parseJson, scanArray, scanObject, skipBlanks, skipValue } from './scan-json.ts'

/** A value's place in the text. */
export interface Span {
  readonly start: number
  readonly end: number
}

interface JsonMember extends Span {
  /** Where the member's value begins; `start` is where its key does. */
  readonly value: number
}

interface JsonItemCut extends Span {
  readonly header: ItemHeader
}

export interface JsonCut extends Span {
  readonly members: ReadonlyMap<string, JsonMember>
  readonly items: readonly JsonItemCut[]
}

/** Where the text of a JSON document begins. */
export function jsonStart(text: string): number {
  return skipBlanks(text, text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0)
}

/**
 * Cuts the JSON object at `start` into its members and its `items`; undefined when it is not JSON, has one of these members
 * twice, or more items than a list should.
 */
export function cutJson(text: string, start: number): JsonCut | undefined {
  const members = new Map<string, JsonMember>()
  const items: JsonItemCut[] = []
  const most = mostJsonItems(text.length)
  const takeItem = (at: number) => (items.length < most ? cutItem(text, at, items) : -1)
  const end = scanObject(text, start, (name, key, value) => {
    if (members.has(name) || members.size >= MOST_FIELDS) return -1
    const isList = name === 'items' && text.charCodeAt(value) === OPEN_BRACKET
    const valueEnd = isList ? scanArray(text, value, takeItem) : skipValue(text, value)
    members.set(name, { start: key, value, end: valueEnd })
    return valueEnd
  })
  return end === -1 ? undefined : { start, end, members, items }
}

function cutItem(text: string, start: number, items: JsonItemCut[]): number {
  const header = new Map<string, unknown>()
  const end = scanObject(text, start, (name, _, value) => {
    const valueEnd = skipValue(text, value)
    if (valueEnd === -1 || (name !== 'apiVersion' && name !== 'kind')) return valueEnd
    if (header.has(name)) return -1
    header.set(name, parseJson(text.slice(value, valueEnd)))
    return valueEnd
  })
  items.push({
    start,
    end,
    header: { apiVersion: asString(header.get('apiVersion')), kind: asString(header.get('kind')) },
  })
  return end
}

function asString(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** Whether an object inside the value has a key twice, or one more than may be. The text must be JSON, of bounded depth. */
function hasBadKey(text: string, start: number, budget: ParseBudget | undefined): boolean {
  const walk = (pos: number): number => {
    const opener = text.charAt(pos)
    if (opener === '[') return scanArray(text, pos, walk)
    if (opener !== '{') return skipValue(text, pos)
    const names = new Set<string>()
    return scanObject(text, pos, (name, _, value) => {
      if (names.has(name) || budget?.takeKey(name) === false) return -1
      names.add(name)
      return walk(value)
    })
  }
  return walk(start) === -1
}

/** The value of a part of a JSON text; undefined when it is not JSON, or has a key twice. */
export function parseSpan(text: string, { start, end }: Span, budget?: ParseBudget): unknown {
  return hasBadKey(text, start, budget) ? undefined : parseJson(text.slice(start, end))
}
