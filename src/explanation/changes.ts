import { equalJson } from '../json/equal-json.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../json/json.ts'
import { compareBytes } from '../kubernetes/byte-order.ts'

/** One value that differs between two objects; `from` or `to` is absent where there is none. */
export interface Change {
  readonly path: string
  readonly from?: JsonValue
  readonly to?: JsonValue
}

/** What differs between two objects, value by value, sorted by path; a list counts as one value. */
export function changesBetween(before: JsonObject, after: JsonObject): Change[] {
  const from = new Map(leaves(before, ''))
  const to = new Map(leaves(after, ''))
  return [...new Set([...from.keys(), ...to.keys()])]
    .filter((path) => !equalJson(from.get(path), to.get(path)))
    .sort(compareBytes)
    .map((path) => ({ path, ...side('from', from.get(path)), ...side('to', to.get(path)) }))
}

function side(key: 'from' | 'to', value: JsonValue | undefined): Partial<Change> {
  return value === undefined ? {} : { [key]: value }
}

function leaves(value: JsonValue, path: string): [string, JsonValue][] {
  if (!isJsonObject(value)) return [[path, value]]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, joinPath(path, key)))
}

function joinPath(path: string, key: string): string {
  if (!/^[\w-]+$/.test(key)) return `${path}[${JSON.stringify(key)}]`
  return path === '' ? key : `${path}.${key}`
}
