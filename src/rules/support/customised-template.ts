import type { DataImportCronTemplate } from '../../cluster/data-import-cron.ts'
import { isRegistryModified } from '../../operators/hco/customise.ts'
import { templateName } from '../../operators/hco/template.ts'
import type { ClusterPrediction } from '../../prediction/predict-cluster.ts'
import type { Readable } from '../../prediction/prediction.ts'

/** The common template that an entry of the HyperConverged's list changes; undefined for a custom one. */
export function commonTemplateOf(
  entry: DataImportCronTemplate,
  { prediction, commonTemplates }: ClusterPrediction<Readable>,
): DataImportCronTemplate | undefined {
  if (!prediction.hyperConverged.commonBootImages) return undefined
  return commonTemplates.byName.get(templateName(entry))
}

/** Whether an entry changes a common template and keeps its image: then the common template's annotation counts. */
export function customisesUnchangedImage(entry: DataImportCronTemplate, cluster: ClusterPrediction<Readable>): boolean {
  const common = commonTemplateOf(entry, cluster)
  return common !== undefined && !isRegistryModified(common, entry)
}
