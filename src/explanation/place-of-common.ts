import type { ClusterPrediction } from '../operators/predict-cluster.ts'
import { type JsonValue, listAt, stringAt } from '../resource-list/json.ts'
import type { FindPlace, Place } from './place.ts'
import type { ListedTemplate } from './template-list.ts'

/** Where a common template is written down; nowhere in the input for those that the operator brings. */
export function placeOfCommon(
  { commonTemplates: { source }, items, hyperConverged }: ClusterPrediction,
  { name }: ListedTemplate,
  find: FindPlace,
): Place | undefined {
  const isNamed = (entry: JsonValue) => stringAt(entry, 'metadata', 'name') === name
  if (source === 'status') {
    const index = listAt(hyperConverged, 'status', 'dataImportCronTemplates').findIndex(isNamed)
    return find(items.hyperConverged, `status.dataImportCronTemplates[${index}]`)
  }
  const [item] = items.commonBootImages
  if (source !== 'item' || !item) return undefined
  const index = listAt(item.value(), 'spec', 'dataImportCronTemplates').findIndex(isNamed)
  return find(item, `spec.dataImportCronTemplates[${index}]`)
}
