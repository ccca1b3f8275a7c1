import type { ClusterPrediction } from '../operators/predict-cluster.ts'
import type { Refusal } from '../operators/refusal.ts'
import type { JsonValue } from '../resource-list/json.ts'
import { type FindPlace, type Place, withPlace } from './place.ts'

/** Why the API server, HCO or SSP would not go on, and the rule that tells what to do about it. */
export interface ExplainedRefusal {
  readonly rule: string
  readonly path: string
  /** The end of a sentence whose subject is the value at the path. */
  readonly message: string
  readonly value?: JsonValue
  /** The first node that is the reason. */
  readonly node?: string
  /** Of the node, when one is the reason; else of the value. */
  readonly place?: Place
}

export function explainRefusals(cluster: ClusterPrediction, find: FindPlace): ExplainedRefusal[] {
  const { refusals, operation } = cluster.prediction
  return [...refusals, ...(operation?.ssp.refusals ?? [])].map((refusal) => explainRefusal(cluster, refusal, find))
}

function explainRefusal(
  { items, inventory }: ClusterPrediction,
  { cause, path, message, value }: Refusal,
  find: FindPlace,
): ExplainedRefusal {
  const refusal = { rule: cause, path, message, ...(value !== undefined && { value }) }
  const nodes = inventory.source === 'nodes' && cause === 'cluster-architecture-unknown' ? inventory.nodes : []
  const index = nodes.findIndex(({ architecture }) => architecture === value)
  const node = nodes[index]
  const item = items.nodes[index]
  if (node && item) return withPlace({ ...refusal, node: node.name }, find(item, ''))
  return withPlace(refusal, find(items.hyperConverged, path))
}
