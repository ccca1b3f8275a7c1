import type { ClusterPrediction } from '../prediction/predict-cluster.ts'

/**
 * How far the chain HCO → SSP → CDI comes on a cluster: `refused` by the API server or HCO; `nodes-unknown`: nothing
 * can be predicted; `ssp-refused` by SSP's webhook; `ssp-failed` in its reconcile; `random`: DataImportCrons want one
 * name, and which wins can't be told.
 */
export type Outcome = 'predicted' | 'refused' | 'nodes-unknown' | 'ssp-refused' | 'ssp-failed' | 'random'

export function outcomeOf({ prediction }: ClusterPrediction): Outcome {
  if (prediction.outcome === 'unreadable') return 'refused'
  if (prediction.outcome !== 'made') return prediction.outcome
  return prediction.crons.some(({ outcome }) => outcome === 'clashing') ? 'random' : 'predicted'
}
