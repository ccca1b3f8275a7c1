import type { NodeItem } from '../cluster/node.ts'
import type { JsonValue } from '../json/json.ts'
import type { Refusal } from '../operators/refusal.ts'
import type { ClusterPrediction } from '../prediction/predict-cluster.ts'
import { refusalsOf } from '../prediction/prediction.ts'
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

function firstOfEachArchitecture({ inventory }: ClusterPrediction): ReadonlyMap<unknown, NodeItem> {
  const nodes = inventory.source === 'nodes' ? inventory.nodes : []
  return new Map(nodes.toReversed().map((node) => [node.architecture, node]))
}
