import { compareBytes } from '../kubernetes/byte-order.ts'
import { isPointer } from '../operators/ssp/data-sources.ts'
import { handedCrons } from '../prediction/cron-outcomes.ts'
import type { ClusterPrediction } from '../prediction/predict-cluster.ts'
import type { Made } from '../prediction/prediction.ts'
import { cronItem, type EmitOptions, type EmittedItem, marksOf, pointerItem } from './emitted-item.ts'

/** Something that a cluster's prediction would add to the output. */
export interface Candidate {
  readonly cluster: ClusterPrediction
  readonly item: EmittedItem
}

/** All that one cluster would add, sorted by namespace and name; nothing of it where DataImportCrons' names clash. */
export function candidatesOf(cluster: ClusterPrediction<Made>, several: boolean, options: EmitOptions): Candidate[] {
  const { crons: outcomes, dataSources } = cluster.prediction
  const marks = marksOf(cluster, several)
  const crons = handedCrons(outcomes)
    .filter(({ outcome }) => outcome !== 'clashing')
    .map((planned) => cronItem(planned, marks, options))
  const pointers = options.dataSources
    ? dataSources
        .filter(isPointer)
        .map((pointer) => pointerItem(pointer, cluster.goldenImagesNamespace, marks, options))
    : []
  // DataImportCrons come sorted.
  if (pointers.length === 0) return crons.map((item) => ({ cluster, item }))
  return [...crons, ...pointers]
    .map((item) => ({ item, key: sortKey(item) }))
    .sort((a, b) => compareBytes(a.key, b.key))
    .map(({ item }) => ({ cluster, item }))
}

function sortKey({ kind, metadata }: EmittedItem): string {
  return `${metadata.namespace}\n${metadata.name}\n${kind}`
}
