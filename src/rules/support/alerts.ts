import type { HyperConverged } from '../../cluster/hyperconverged.ts'
import type { AlertName } from '../../operators/hco/alerts.ts'
import type { EffectiveTemplate } from '../../operators/hco/template.ts'
import type { Operation } from '../../prediction/predict.ts'
import type { ClusterPrediction } from '../../prediction/predict-cluster.ts'

interface FiringAlert {
  readonly hyperConverged: HyperConverged
  readonly operation: Operation
  readonly template: EffectiveTemplate | undefined
}

/** The alerts of one name that would fire on a cluster. */
export function alertsOf({ prediction }: ClusterPrediction, name: AlertName): FiringAlert[] {
  const { hyperConverged, operation } = prediction
  if (!hyperConverged || !operation) return []
  return operation.alerts
    .filter(({ alert }) => alert === name)
    .map(({ template }) => ({ hyperConverged, operation, template }))
}
