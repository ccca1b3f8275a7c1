import type { DataImportCronSpec, DataImportCronTemplate } from '../../cluster/data-import-cron.ts'
import { isEnabled } from '../../operators/hco/template.ts'
import type { ClusterPrediction } from '../../prediction/predict-cluster.ts'
import type { Readable } from '../../prediction/prediction.ts'

/** An enabled entry of the HyperConverged's list, as it is written. */
export interface EnabledEntry {
  readonly template: DataImportCronTemplate
  readonly spec: DataImportCronSpec
  readonly path: string
}

export function enabledEntries({ prediction }: ClusterPrediction<Readable>): EnabledEntry[] {
  const { templates, paths } = prediction.hyperConverged
  return templates.flatMap((template, index) =>
    template.spec && isEnabled(template)
      ? [{ template, spec: template.spec, path: `${paths.templates}[${index}]` }]
      : [],
  )
}
