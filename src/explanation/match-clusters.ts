import type { ClusterPrediction } from '../prediction/predict-cluster.ts'

/** One cluster before and after; one side is absent when the cluster comes or goes. */
export interface ClusterPair {
  readonly name: string
  readonly before?: ClusterPrediction
  readonly after?: ClusterPrediction
}

/** Clusters match by name; where each side has one alone, these match whatever they are called. */
export function matchClusters(
  before: readonly ClusterPrediction[],
  after: readonly ClusterPrediction[],
): readonly ClusterPair[] {
  const [onlyOld] = before
  const [onlyCurrent] = after
  if (onlyOld && onlyCurrent && before.length === 1 && after.length === 1) {
    return [{ name: onlyCurrent.items.name, before: onlyOld, after: onlyCurrent }]
  }
  const old = byName(before)
  const current = byName(after)
  return [...new Set([...old.keys(), ...current.keys()])].sort().map((name) => {
    const one = old.get(name)
    const other = current.get(name)
    return { name, ...(one && { before: one }), ...(other && { after: other }) }
  })
}

/** The names differ: clusters of one name are ambiguous. */
function byName(clusters: readonly ClusterPrediction[]): ReadonlyMap<string, ClusterPrediction> {
  return new Map(clusters.map((cluster) => [cluster.items.name, cluster]))
}
