import { posix } from 'node:path'
import { isJsonObject, type JsonObject, type JsonValue, stringAt } from '../../../json/json.ts'
import { readManifests } from '../../../resource-list/manifests/read-manifests.ts'
import type { Item } from '../../../resource-list/read-resource-list.ts'

/** The names that kustomize looks for, in its order. */
export const KUSTOMIZATION_NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'] as const

/** One file of kustomize. */
export interface Kustomization {
  /** In the tree; `''` is its root. */
  readonly folder: string
  readonly file: string
  /** The object, with its text. */
  readonly item: Item
  readonly value: JsonObject
}

/** Whether kustomize would take a file of that name for a kustomization. */
export function isKustomizationName(path: string): boolean {
  return KUSTOMIZATION_NAMES.some((name) => name === posix.basename(path))
}

export type KustomizationResult =
  | { readonly ok: true; readonly kustomization: Kustomization }
  | { readonly ok: false; readonly reason: string }

/** The kustomization of a text; undefined when that is another kind, as Flux's is. */
export function parseKustomization(
  { folder, file }: Pick<Kustomization, 'folder' | 'file'>,
  text: string,
  shown: string,
): KustomizationResult | undefined {
  const read = readManifests(text, shown)
  if (!read.ok) return { ok: false, reason: read.message }
  const [item, ...others] = read.items
  if (!item || others.length > 0) return { ok: false, reason: `holds ${read.items.length} objects, and must hold one` }
  const { apiVersion } = item
  if (apiVersion !== undefined && !apiVersion.startsWith('kustomize.config.k8s.io/')) return undefined
  return { ok: true, kustomization: { folder, file, item, value: item.value() } }
}

/** Whether it only serves other kustomizations. */
export function isComponent({ item }: Kustomization): boolean {
  return item.kind === 'Component'
}

/** A member, and its name as it is written. */
export interface Field {
  readonly name: string
  readonly value: JsonValue
}

/** The members of that name. kustomize does not mind the case of letters, and takes the last. */
export function fieldsOf(value: JsonValue | undefined, name: string): Field[] {
  if (!isJsonObject(value)) return []
  const lower = name.toLowerCase()
  return Object.entries(value).flatMap(([key, member]) =>
    key.toLowerCase() === lower ? [{ name: key, value: member }] : [],
  )
}

/** One entry of a list of a kustomization. */
export interface ListEntry {
  /** Its place: `resources[2]`. */
  readonly path: string
  readonly value: JsonValue
}

/** The entries of the list of that name. */
export function entriesOf(value: JsonValue | undefined, name: string, above = ''): ListEntry[] {
  return fieldsOf(value, name).flatMap((field) => {
    const list = Array.isArray(field.value) ? field.value : []
    return list.map((entry, index) => ({ path: `${above}${field.name}[${index}]`, value: entry }))
  })
}

/** The text at a member. */
export function textOf(value: JsonValue | undefined, name: string): string | undefined {
  const [field] = fieldsOf(value, name)
  return field && stringAt(value, field.name)
}
