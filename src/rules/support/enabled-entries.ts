import type { DataImportCronSpec, DataImportCronTemplate } from '../../cluster/data-import-cron.ts'
import { isEnabled } from '../../operators/hco/template.ts'
import type { ClusterPrediction } from '../../prediction/predict-cluster.ts'

/** An enabled entry of the HyperConverged's list, as it is written. */
export interface EnabledEntry {
  readonly template: DataImportCronTemplate
  readonly spec: DataImportCronSpec
  readonly path: string
}

export function enabledEntries({ prediction: { hyperConverged } }: ClusterPrediction): EnabledEntry[] {
  return (hyperConverged?.templates ?? []).flatMap((template, index) =>
    template.spec && isEnabled(template)
      ? [{ template, spec: template.spec, path: `${hyperConverged?.paths.templates}[${index}]` }]
      : [],
  )
}
