import { isJsonObject, type JsonObject, stringAt } from '../../json/json.ts'
import { typeName } from '../check-list.ts'
import type { Slice } from '../item.ts'

/** One document of a file, or one entry of a list there. */
export interface Manifest {
  readonly value: unknown
  readonly slice: Slice
  /** Where the value itself begins. */
  readonly place: number
  /** The slices of the entries of its `items`, where it has some. */
  readonly entries: readonly Slice[]
  /** Why it cannot be read, where that is known already. */
  readonly problem?: string
}

/** What a list holds, at any depth; anything else is itself. */
export function flattenList(manifest: Manifest): Manifest[] {
  const { value, slice, place, entries } = manifest
  if (!isJsonObject(value)) return [manifest]
  const items = listItems(value)
  if (items === undefined) return [manifest]
  if (!Array.isArray(items)) return [{ ...manifest, problem: `\`items\` must be a list, but it is ${typeName(items)}` }]
  return items.flatMap((item: unknown, index) => {
    const entry = entries[index] ?? slice
    return flattenList({ value: typed(item, value), slice: entry, place: entries[index]?.start ?? place, entries: [] })
  })
}

/**
 * The `items` of a `List`, of a ResourceList, or of what the API server calls a list: `NodeList` and its like.
 * Undefined for anything else.
 */
function listItems(value: JsonObject): unknown {
  const { items = null } = value
  const kind = stringAt(value, 'kind')
  if (kind?.endsWith('List') !== true) return undefined
  if (kind === 'List' || kind === 'ResourceList') return items ?? []
  return Array.isArray(items) ? items : undefined
}

/** The entries of a typed list may leave out what the list's own kind says. */
function typed(item: unknown, list: JsonObject): unknown {
  const kind = stringAt(list, 'kind')?.replace(/List$/, '')
  const apiVersion = stringAt(list, 'apiVersion')
  if (!isJsonObject(item) || 'kind' in item || !kind || kind === 'Resource' || !apiVersion) return item
  return { apiVersion, kind, ...item }
}
