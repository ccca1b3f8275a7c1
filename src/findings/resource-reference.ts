import { fileIndex, filePath } from '../cluster/item-location.ts'
import { stringAt } from '../json/json.ts'
import type { Item } from '../resource-list/read-resource-list.ts'
import type { ResourceReference } from './finding.ts'

/** What a finding says of the item that it is about. */
export function referTo(item: Item): ResourceReference {
  const value = item.value()
  const namespace = stringAt(value, 'metadata', 'namespace')
  const path = item.origin ? item.source.file : filePath(item)
  const index = fileIndex(item)
  return {
    apiVersion: stringAt(value, 'apiVersion') ?? '',
    kind: stringAt(value, 'kind') ?? '',
    name: stringAt(value, 'metadata', 'name') ?? '',
    ...(namespace !== undefined && { namespace }),
    ...(path !== undefined && { file: { path, ...(index !== undefined && { index }) } }),
  }
}
