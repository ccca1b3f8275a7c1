import type { ClusterPrediction } from '../prediction/predict-cluster.ts'

/**
 * How far the chain HCO → SSP → CDI comes on a cluster: `refused` by the API server or HCO; `nodes-unknown`: nothing
 * can be predicted; `ssp-refused` by SSP's webhook; `ssp-failed` in its reconcile; `random`: DataImportCrons want one
 * name, and which wins can't be told.
 */
export type Outcome = 'predicted' | 'refused' | 'nodes-unknown' | 'ssp-refused' | 'ssp-failed' | 'random'

export function outcomeOf({ prediction }: ClusterPrediction): Outcome {
  const { refusals, operation } = prediction
  if (refusals.length > 0) return 'refused'
  if (!operation) return 'nodes-unknown'
  const { refusal, images } = operation.ssp
  if (refusal !== undefined) return 'ssp-refused'
  if (!images) return 'ssp-failed'
  return images.nameClashes.length > 0 ? 'random' : 'predicted'
}
