import type { HyperConverged } from '../cluster/hyperconverged.ts'
import { V1_ONLY_FIELDS } from '../cluster/v1-only-fields.ts'
import { valueAt } from '../json/json.ts'
import { findGate } from '../operators/hco/multi-arch.ts'
import type { ClusterPrediction } from '../prediction/predict-cluster.ts'
import type { Admitted } from '../prediction/prediction.ts'
import { type FindPlace, type Place, withPlace } from './place.ts'

/** Whether images are made per architecture, and which line decides it. */
export interface ExplainedSwitch {
  readonly enabled: boolean
  /** `nothing`: it is off because nobody turned it on; `unknown-field`: that release does not know the field. */
  readonly decidedBy: 'gate' | 'field' | 'annotation' | 'nothing' | 'unknown-field'
  /** Where the decision stands, or where it would be made. */
  readonly path: string
  readonly place?: Place
}

export function explainSwitch(cluster: ClusterPrediction<Admitted>, find: FindPlace): ExplainedSwitch {
  const { decidedBy, path } = decide(cluster, cluster.prediction.hyperConverged)
  const place = decidedBy === 'nothing' ? undefined : find(cluster.items.hyperConverged, path)
  return withPlace({ enabled: cluster.prediction.multiArch, decidedBy, path }, place)
}

function decide(
  { hyperConverged: written, release }: ClusterPrediction,
  { version, multiArchSwitch, paths }: HyperConverged,
): Pick<ExplainedSwitch, 'decidedBy' | 'path'> {
  const { mapGate, field, gates } = multiArchSwitch
  const path = paths.multiArchSwitch
  if (mapGate !== undefined) return { decidedBy: 'gate', path }
  const gate = findGate(gates, release)
  if (version === 'v1beta1') {
    return field === undefined && !gate
      ? { decidedBy: 'nothing', path }
      : { decidedBy: 'annotation', path: `metadata.annotations["${V1_ONLY_FIELDS}"]` }
  }
  if (field !== undefined) return { decidedBy: 'field', path }
  if (gate) return { decidedBy: 'gate', path: `${paths.featureGates}[${gates.indexOf(gate)}]` }
  if (release.hasMultiArchField) return { decidedBy: 'nothing', path }
  const pruned = typeof valueAt(written, ...path.split('.')) === 'boolean'
  return pruned ? { decidedBy: 'unknown-field', path } : { decidedBy: 'nothing', path: paths.featureGates }
}
