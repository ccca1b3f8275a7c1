import { fileIndex, filePath } from '../cluster/item-location.ts'
import { type JsonObject, stringAt } from '../json/json.ts'
import type { Item } from '../resource-list/read-resource-list.ts'
import type { ResourceReference } from './finding.ts'

/** What a finding says of the item that it is about. */
export function referTo(item: Item): ResourceReference {
  return { itemIndex: item.index, ...nameOf(item.value()) }
}

function nameOf(item: JsonObject): Omit<ResourceReference, 'itemIndex'> {
  const namespace = stringAt(item, 'metadata', 'namespace')
  const path = filePath(item)
  const index = fileIndex(item)
  return {
    apiVersion: stringAt(item, 'apiVersion') ?? '',
    kind: stringAt(item, 'kind') ?? '',
    name: stringAt(item, 'metadata', 'name') ?? '',
    ...(namespace !== undefined && { namespace }),
    ...(path !== undefined && { file: { path, ...(index !== undefined && { index }) } }),
  }
}
