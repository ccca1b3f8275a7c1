import type { FindOwner } from '../cluster/owner.ts'
import { stringAt } from '../json/json.ts'
import type { ClusterPrediction } from '../prediction/predict-cluster.ts'
import type { Item } from '../resource-list/read-resource-list.ts'
import { readMark } from './mark.ts'

/**
 * Those of the items that an earlier run made from the HyperConverged of one of the clusters. Where there are several, the
 * mark's cluster tells which, else where the item lies.
 */
export function madeEarlier(
  items: readonly Item[],
  clusters: readonly ClusterPrediction[],
  findOwner: FindOwner,
  several: boolean,
): Set<Item> {
  const [first] = clusters
  const only = several ? undefined : first
  const byName = new Set(clusters.map((cluster) => `${sourceOf(cluster)}\n${cluster.items.name}`))
  const byOwner = new Map<Item | string, string>(
    clusters.map((cluster) => [cluster.items.hyperConverged, sourceOf(cluster)]),
  )
  const wasMade = (item: Item) => {
    const mark = readMark(item.value())
    if (mark === undefined) return false
    if (only) return mark.hyperConverged === sourceOf(only) && isSameCluster(mark.cluster, only.items.name)
    if (mark.cluster !== undefined) return byName.has(`${mark.hyperConverged}\n${mark.cluster}`)
    return byOwner.get(findOwner(item)) === mark.hyperConverged
  }
  return new Set(items.filter(wasMade))
}

/** As far as both have a name. */
function isSameCluster(marked: string | undefined, name: string): boolean {
  return marked === undefined || name === '' || marked === name
}

/** As a mark has it. */
function sourceOf({ hyperConverged: { metadata } }: ClusterPrediction): string {
  return `${stringAt(metadata, 'namespace') ?? ''}/${stringAt(metadata, 'name') ?? ''}`
}
