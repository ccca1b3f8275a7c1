/** What JSON, and the YAML that Kubernetes reads, can hold. */
export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject

export interface JsonObject {
  [key: string]: JsonValue
}

/** One step of a path: a member's name, or a place in a list. */
export type PathStep = string | number

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The own member of that name; an inherited one, as `constructor` or `__proto__`, is not data. */
export function member(parent: JsonValue | undefined, key: string): JsonValue | undefined {
  if (!isJsonObject(parent)) return undefined
  const value = parent[key]
  return value !== undefined && Object.hasOwn(parent, key) ? value : undefined
}

/** The value at a chain of keys, undefined where the chain breaks. */
export function valueAt(parent: JsonValue | undefined, ...keys: string[]): JsonValue | undefined {
  return follow(parent, keys)
}

function follow(parent: JsonValue | undefined, keys: readonly string[]): JsonValue | undefined {
  let value = parent
  for (let place = 0; value !== undefined && place < keys.length; place++) value = member(value, keys[place] ?? '')
  return value
}

export function objectAt(parent: JsonValue | undefined, ...keys: string[]): JsonObject | undefined {
  const value = follow(parent, keys)
  return isJsonObject(value) ? value : undefined
}

export function stringAt(parent: JsonValue | undefined, ...keys: string[]): string | undefined {
  const value = follow(parent, keys)
  return typeof value === 'string' ? value : undefined
}

export function booleanAt(parent: JsonValue | undefined, ...keys: string[]): boolean | undefined {
  const value = follow(parent, keys)
  return typeof value === 'boolean' ? value : undefined
}

export function numberAt(parent: JsonValue | undefined, ...keys: string[]): number | undefined {
  const value = follow(parent, keys)
  return typeof value === 'number' ? value : undefined
}

/** The list at a chain of keys; empty where there is none. */
export function listAt(parent: JsonValue | undefined, ...keys: string[]): JsonValue[] {
  const value = follow(parent, keys)
  return Array.isArray(value) ? value : []
}

/** The strings of a map of strings; what is no string is left out. */
export function stringMapAt(parent: JsonValue | undefined, ...keys: string[]): Map<string, string> {
  const map = follow(parent, keys)
  const entries = isJsonObject(map) ? Object.entries(map) : []
  return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

/** A plain value as JSON would carry it: members that are undefined are gone. */
export function toJson(value: object): JsonObject {
  const json: JsonObject = JSON.parse(JSON.stringify(value))
  return json
}
