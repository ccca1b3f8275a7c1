import type { DataImportCronTemplate } from '../cluster/data-import-cron.ts'
import type { Inventory } from '../cluster/inventory.ts'
import type { FindOwner } from '../cluster/owner.ts'
import { NEWEST_RELEASE } from '../cluster/release.ts'
import { readTemplate } from '../cluster/typed-template.ts'
import { type Admission, admitDataImportCron } from '../operators/cdi/admission.ts'
import { gatherNodeInformation } from '../operators/hco/node-information.ts'
import type { Item } from '../resource-list/read-resource-list.ts'
import { type ClusterPrediction, isOperating } from './predict-cluster.ts'

/** A DataImportCron of the input, and what CDI's admission says of it. */
export interface ExistingCron {
  readonly item: Item
  /** Where there are several and it can be told. */
  readonly cluster: string | undefined
  /** The one cluster, or the one of several that it belongs to. */
  readonly owner: ClusterPrediction | undefined
  readonly admission: Admission
  /** Its metadata and spec, as Go's types carry them. */
  readonly template: DataImportCronTemplate
  /** Sorted; undefined when nothing tells them. */
  readonly workloadArchitectures: readonly string[] | undefined
}

/** A DataSource of the input. */
export type ExistingDataSource = Pick<ExistingCron, 'item' | 'cluster' | 'owner'>

/** Tells which cluster an item of the input belongs to. */
export function placeExisting(
  items: readonly Item[],
  clusters: readonly ClusterPrediction[],
  findOwner: FindOwner,
): ExistingDataSource[] {
  if (items.length === 0) return []
  const byItem = new Map<unknown, ClusterPrediction>(clusters.map((one) => [one.items.hyperConverged, one]))
  const [only] = clusters
  if (clusters.length < 2) return items.map((item) => ({ item, cluster: undefined, owner: only }))
  return items.map((item) => {
    const owner = byItem.get(findOwner(item))
    return { item, cluster: owner?.items.name, owner }
  })
}

/** `inventory` counts for those that stand in an input without any HyperConverged. */
export function checkExistingCrons(
  items: readonly Item[],
  clusters: readonly ClusterPrediction[],
  findOwner: FindOwner,
  inventory: Inventory,
): ExistingCron[] {
  const withoutCluster = clusters.length === 0 ? architecturesOfNodes(inventory) : undefined
  return placeExisting(items, clusters, findOwner).map((existing) => {
    const { item, owner } = existing
    return {
      ...existing,
      admission: admitDataImportCron(item.value()),
      template: readTemplate(item.value()),
      workloadArchitectures:
        owner && isOperating(owner) ? owner.prediction.nodeInformation.workloadsArchitectures : withoutCluster,
    }
  })
}

/** Where no HyperConverged says which nodes run VMs: those with the worker label, or all when none has it. */
function architecturesOfNodes(inventory: Inventory): readonly string[] | undefined {
  const workers = gatherNodeInformation(inventory, undefined, NEWEST_RELEASE)?.workloadsArchitectures
  if (inventory.source !== 'nodes' || workers?.length !== 0) return workers
  return [...new Set(inventory.nodes.flatMap(({ architecture }) => architecture || []))].sort()
}
