import type { Refusal } from '../operators/refusal.ts'
import type { ClusterPrediction } from './predict-cluster.ts'

/** Every reason why the API server, HCO or SSP would not go on, in the order in which they would come to it. */
export function refusalsOf({ prediction: { refusals, operation } }: ClusterPrediction): readonly Refusal[] {
  return operation === undefined ? refusals : [...refusals, ...operation.ssp.refusals]
}
