import type { DataImportCronSpec, DataImportCronTemplate } from '../../cluster/data-import-cron.ts'
import { isEnabled, templateName } from '../../operators/hco/template.ts'
import type { ClusterPrediction } from '../../prediction/predict-cluster.ts'
import type { Readable } from '../../prediction/prediction.ts'

/** An enabled entry of the HyperConverged's list, as it is written; not one that vanishes, which counts for nothing. */
export interface EnabledEntry {
  readonly template: DataImportCronTemplate
  readonly spec: DataImportCronSpec
  /** Its place in the list. */
  readonly index: number
  readonly path: string
}

export function enabledEntries(cluster: ClusterPrediction<Readable>): EnabledEntry[] {
  const { templates, paths } = cluster.prediction.hyperConverged
  return templates.flatMap((template, index) =>
    template.spec && isEnabled(template) && !vanishes(template, cluster)
      ? [{ template, spec: template.spec, index, path: `${paths.templates}[${index}]` }]
      : [],
  )
}

/** With common templates off an entry that has the name of one is neither common nor custom (golden_images.go). */
export function vanishes(
  template: DataImportCronTemplate,
  { prediction, commonTemplates }: ClusterPrediction<Readable>,
): boolean {
  return !prediction.hyperConverged.commonBootImages && commonTemplates.byName.has(templateName(template))
}
