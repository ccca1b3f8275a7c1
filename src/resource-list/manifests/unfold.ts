import { isJsonObject, type JsonObject, type PathStep, stringAt } from '../../json/json.ts'
import { typeName } from '../check-list.ts'
import { findNested, type Nested } from './find-nested.ts'
import { fillParameters } from './template-parameters.ts'
import type { Wanted } from './wanted.ts'

/** A document, an entry of a list there, or something inside one of these. */
export type Unfolded = (Nested | { readonly kind: 'entry'; readonly value: unknown; readonly problem?: string }) & {
  /** Where it stands in its document. */
  readonly steps: readonly PathStep[]
  /** How many of the steps lead to an item of a ResourceList, which is a document of its own. */
  readonly ownFrom: number
}

type Entry = Extract<Unfolded, { kind: 'entry' }>

/**
 * What a document holds: of a list its entries, at any depth; anything else is itself. Then what is wanted inside of
 * each. With this asked for, a document that is no object counts for what is in it alone.
 */
export function unfold(document: unknown, wanted: Wanted | undefined): Unfolded[] {
  const entries = flatten({ kind: 'entry', value: document, steps: [], ownFrom: 0 })
  return wanted ? entries.flatMap((entry) => withNested(entry, wanted)) : entries
}

function withNested(entry: Entry, wanted: Wanted): Unfolded[] {
  const { value, steps, ownFrom, problem } = entry
  if (problem !== undefined) return [entry]
  if (!isJsonObject(value) && !Array.isArray(value)) return []
  if (isJsonObject(value) && (isKustomization(value) || isWanted(value, wanted))) return [entry]
  const nested = findNested(isJsonObject(value) ? fillParameters(value) : value, wanted).map((one) => ({
    ...one,
    steps: [...steps, ...one.steps],
    ownFrom,
  }))
  return isJsonObject(value) ? [entry, ...nested] : nested
}

function isWanted(value: JsonObject, wanted: Wanted): boolean {
  return wanted.isWanted(stringAt(value, 'apiVersion'), stringAt(value, 'kind'))
}

/** What stands in one comes to a cluster by its build alone. */
function isKustomization(value: JsonObject): boolean {
  const { apiVersion = 'kustomize.config.k8s.io/', kind } = value
  const isItsGroup = typeof apiVersion === 'string' && apiVersion.startsWith('kustomize.config.k8s.io/')
  return isItsGroup && (kind === 'Kustomization' || kind === 'Component')
}

function flatten(entry: Entry): Entry[] {
  const { value, steps, ownFrom } = entry
  if (!isJsonObject(value)) return [entry]
  const items = listItems(value)
  if (items === undefined) return [entry]
  if (!Array.isArray(items)) return [{ ...entry, problem: `\`items\` must be a list, but it is ${typeName(items)}` }]
  const isTransport = stringAt(value, 'kind') === 'ResourceList'
  return items.flatMap((item: unknown, index) => {
    const inside = [...steps, 'items', index]
    const from = isTransport ? inside.length : ownFrom
    return flatten({ kind: 'entry', value: typed(item, value), steps: inside, ownFrom: from })
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
