import { fileIndex, filePath } from '../cluster/item-location.ts'
import { stringAt } from '../json/json.ts'
import type { NamedItem } from '../resource-list/read-resource-list.ts'
import type { ResourceReference } from './finding.ts'

/** What a finding says of the item that it is about. */
export function referTo(item: NamedItem): ResourceReference {
  const metadata = item.metadata()
  const namespace = stringAt(metadata, 'namespace')
  const path = item.origin ? item.source.file : filePath(item)
  const index = fileIndex(item)
  return {
    apiVersion: item.apiVersion ?? '',
    kind: item.kind ?? '',
    name: stringAt(metadata, 'name') ?? '',
    ...(namespace !== undefined && { namespace }),
    ...(path !== undefined && { file: { path, ...(index !== undefined && { index }) } }),
  }
}
