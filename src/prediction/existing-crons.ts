import type { FindOwner } from '../cluster/owner.ts'
import { type Admission, admitDataImportCron } from '../operators/cdi/admission.ts'
import type { Item } from '../resource-list/read-resource-list.ts'
import type { ClusterPrediction } from './predict-cluster.ts'

/** A DataImportCron of the input, and what CDI's admission says of it. */
export interface ExistingCron {
  readonly item: Item
  /** Where there are several and it can be told. */
  readonly cluster: string | undefined
  readonly admission: Admission
}

export function checkExistingCrons(
  items: readonly Item[],
  clusters: readonly ClusterPrediction[],
  findOwner: FindOwner,
): ExistingCron[] {
  const names = new Map<unknown, string>(clusters.map((cluster) => [cluster.items.hyperConverged, cluster.items.name]))
  return items.map((item) => ({
    item,
    cluster: clusters.length > 1 ? names.get(findOwner(item)) : undefined,
    admission: admitDataImportCron(item.value()),
  }))
}
