import { type JsonValue, listAt, stringAt } from '../json/json.ts'
import type { ClusterPrediction } from '../prediction/predict-cluster.ts'
import type { FindPlace, Place } from './place.ts'

/** Tells where a common template is written down; nowhere in the input for those that the operator brings. */
export function placesOfCommon(
  { commonTemplates: { source }, items, hyperConverged }: ClusterPrediction,
  find: FindPlace,
): (name: string) => Place | undefined {
  const [images] = items.commonBootImages
  const item = source === 'status' ? items.hyperConverged : source === 'item' ? images : undefined
  if (!item) return () => undefined
  const path = source === 'status' ? 'status.dataImportCronTemplates' : 'spec.dataImportCronTemplates'
  const entries = listAt(source === 'status' ? hyperConverged : item.value(), ...path.split('.'))
  const indexes = new Map([...entries.entries()].toReversed().map(([index, entry]) => [nameOf(entry), index]))
  return (name) => find(item, `${path}[${indexes.get(name) ?? -1}]`)
}

function nameOf(entry: JsonValue): string | undefined {
  return stringAt(entry, 'metadata', 'name')
}
