import { compareBytes } from '../kubernetes/byte-order.ts'
import type { ClusterPrediction } from '../operators/predict-cluster.ts'
import { isPointer } from '../operators/ssp/data-sources.ts'
import { type JsonObject, stringAt } from '../resource-list/json.ts'
import { cronItem, type EmitOptions, marksOf, pointerItem } from './emitted-item.ts'

/** Something that a cluster's prediction would add to the output. */
export interface Candidate {
  readonly cluster: ClusterPrediction
  readonly item: JsonObject
}

/** All that one cluster would add, sorted by namespace and name; nothing of it where DataImportCrons' names clash. */
export function candidatesOf(cluster: ClusterPrediction, several: boolean, options: EmitOptions): Candidate[] {
  const images = cluster.prediction.operation?.ssp.images
  if (!images) return []
  const marks = marksOf(cluster, several)
  const clashing = new Set(images.nameClashes.flat().map(({ cron }) => cron))
  const crons = images.crons
    .filter(({ cron }) => !clashing.has(cron))
    .map((planned) => cronItem(planned, marks, options))
  const pointers = options.dataSources
    ? images.dataSources
        .filter(isPointer)
        .map((pointer) => pointerItem(pointer, cluster.goldenImagesNamespace, marks, options))
    : []
  return [...crons, ...pointers]
    .map((item) => ({ item, key: sortKey(item) }))
    .sort((a, b) => compareBytes(a.key, b.key))
    .map(({ item }) => ({ cluster, item }))
}

/** What makes two items one object: the kind, the namespace and the name. */
export function identity(item: JsonObject): string {
  const group = (stringAt(item, 'apiVersion') ?? '').replace(/\/[^/]*$/, '')
  return [
    group,
    stringAt(item, 'kind'),
    stringAt(item, 'metadata', 'namespace'),
    stringAt(item, 'metadata', 'name'),
  ].join('\n')
}

function sortKey(item: JsonObject): string {
  return [stringAt(item, 'metadata', 'namespace'), stringAt(item, 'metadata', 'name'), stringAt(item, 'kind')].join(
    '\n',
  )
}
