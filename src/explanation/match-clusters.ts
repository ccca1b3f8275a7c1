import type { ClusterPrediction } from '../operators/predict-cluster.ts'

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
  const [old] = before
  const [current] = after
  if (old && current && before.length === 1 && after.length === 1) {
    return [{ name: current.items.name, before: old, after: current }]
  }
  const names = [...new Set([...before, ...after].map(({ items }) => items.name))]
  return names.sort().map((name) => {
    const one = before.find(({ items }) => items.name === name)
    const other = after.find(({ items }) => items.name === name)
    return { name, ...(one && { before: one }), ...(other && { after: other }) }
  })
}
