import { fileIndex, filePath } from '../cluster/item-location.ts'
import { type JsonObject, stringAt } from '../resource-list/json.ts'
import type { ResourceReference } from './finding.ts'

export function referTo(item: JsonObject): ResourceReference {
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
