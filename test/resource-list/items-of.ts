import type { JsonObject } from '../../src/json/json.ts'
import { readManifests } from '../../src/resource-list/manifests/read-manifests.ts'
import type { Item } from '../../src/resource-list/read-resource-list.ts'

/** The items of a text that holds these values. */
export function itemsOf(values: readonly JsonObject[]): readonly Item[] {
  const read = readManifests(values.map((value) => JSON.stringify(value)).join('\n'), '')
  if (!read.ok) throw new Error(read.message)
  return read.items
}
