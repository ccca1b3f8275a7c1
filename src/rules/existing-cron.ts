import { findOwner } from '../cluster/grouping.ts'
import { type Admission, admitDataImportCron } from '../operators/cdi/admission.ts'
import type { ClusterPrediction } from '../operators/predict-cluster.ts'
import type { Item } from '../resource-list/read-resource-list.ts'

/** A DataImportCron of the input, and what CDI's admission says of it. */
export interface ExistingCron {
  readonly item: Item
  /** Where there are several and it can be told. */
  readonly cluster: string | undefined
  readonly admission: Admission
}

export function checkExistingCron(item: Item, clusters: readonly ClusterPrediction[]): ExistingCron {
  const hyperConverged = clusters.map(({ items }) => items.hyperConverged)
  const owner = clusters.length > 1 ? findOwner(item, hyperConverged) : undefined
  return {
    item,
    cluster: clusters.find(({ items }) => items.hyperConverged === owner)?.items.name,
    admission: admitDataImportCron(item.value()),
  }
}
