import { isJsonObject, type JsonObject, type PathStep, stringAt } from '../../json/json.ts'
import { typeName } from '../check-list.ts'
import { findNested, type IsWanted } from './find-nested.ts'

/** A document, an entry of a list there, or an object inside one of these. */
export interface Manifest {
  readonly value: unknown
  /** Where it stands in its document. */
  readonly steps: readonly PathStep[]
  /** How many of the steps lead to an item of a ResourceList, which is a document of its own. */
  readonly ownFrom: number
  /** Why it cannot be read, where that is known already. */
  readonly problem?: string
}

/**
 * What a document holds: of a list its entries, at any depth; anything else is itself. Then the wanted objects inside of
 * each. With these asked for, a document that is no object counts for what is in it alone.
 */
export function unfold(document: unknown, isWanted: IsWanted | undefined): Manifest[] {
  const entries = flatten({ value: document, steps: [], ownFrom: 0 })
  return isWanted ? entries.flatMap((entry) => withNested(entry, isWanted)) : entries
}

function withNested(entry: Manifest, isWanted: IsWanted): Manifest[] {
  const { value, steps, ownFrom, problem } = entry
  if (problem !== undefined) return [entry]
  if (!isJsonObject(value) && !Array.isArray(value)) return []
  if (isJsonObject(value) && isWanted(stringAt(value, 'apiVersion'), stringAt(value, 'kind'))) return [entry]
  const nested = findNested(value, isWanted).map((one) => ({
    value: one.value,
    steps: [...steps, ...one.steps],
    ownFrom,
  }))
  return isJsonObject(value) ? [entry, ...nested] : nested
}

function flatten(manifest: Manifest): Manifest[] {
  const { value, steps, ownFrom } = manifest
  if (!isJsonObject(value)) return [manifest]
  const items = listItems(value)
  if (items === undefined) return [manifest]
  if (!Array.isArray(items)) return [{ ...manifest, problem: `\`items\` must be a list, but it is ${typeName(items)}` }]
  const isTransport = stringAt(value, 'kind') === 'ResourceList'
  return items.flatMap((item: unknown, index) => {
    const entry = [...steps, 'items', index]
    return flatten({ value: typed(item, value), steps: entry, ownFrom: isTransport ? entry.length : ownFrom })
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
