import type { JsonValue } from '../json/json.ts'
import type { Refusal } from '../operators/refusal.ts'
import type { ClusterPrediction } from '../prediction/predict-cluster.ts'
import { refusalsOf } from '../prediction/prediction.ts'
import type { Item } from '../resource-list/read-resource-list.ts'
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
  const firstNodes = firstOfEachArchitecture(cluster)
  const explain = ({ cause, path, message, value }: Refusal): ExplainedRefusal => {
    const refusal = { rule: cause, path, message, ...(value !== undefined && { value }) }
    const first = cause === 'cluster-architecture-unknown' ? firstNodes.get(value) : undefined
    if (first) return withPlace({ ...refusal, node: first.name }, find(first.item, ''))
    return withPlace(refusal, find(cluster.items.hyperConverged, path))
  }
  return refusalsOf(cluster.prediction).map(explain)
}

function firstOfEachArchitecture({ items, inventory }: ClusterPrediction) {
  const first = new Map<unknown, { readonly name: string; readonly item: Item }>()
  if (inventory.source !== 'nodes') return first
  for (const [index, { name, architecture }] of inventory.nodes.entries()) {
    const item = items.nodes[index]
    if (item && !first.has(architecture)) first.set(architecture, { name, item })
  }
  return first
}
