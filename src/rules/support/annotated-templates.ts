import type { DataImportCronTemplate } from '../../cluster/data-import-cron.ts'
import { ARCHITECTURES_ANNOTATION, isEnabled } from '../../operators/hco/template.ts'
import type { ClusterPrediction } from '../../prediction/predict-cluster.ts'
import type { Readable } from '../../prediction/prediction.ts'
import { customisesUnchangedImage } from './customised-template.ts'
import { vanishes } from './enabled-entries.ts'

/** An enabled entry of the HyperConverged's list whose annotation counts, now or once the switch is on. */
export interface AnnotatedTemplate {
  readonly template: DataImportCronTemplate
  /** Path of the annotation. */
  readonly path: string
  /** As it is written; never empty. */
  readonly annotation: string
}

export function annotatedTemplates(cluster: ClusterPrediction<Readable>): AnnotatedTemplate[] {
  const { hyperConverged } = cluster.prediction
  if (!cluster.release.hasMultiArch) return []
  return hyperConverged.templates.flatMap((template, index) => {
    const annotation = template.metadata.annotations?.[ARCHITECTURES_ANNOTATION]
    if (!annotation || !isEnabled(template) || vanishes(template, cluster)) return []
    if (customisesUnchangedImage(template, cluster)) return []
    return [{ template, annotation, path: annotationPath(hyperConverged.paths.templates, index) }]
  })
}

export function annotationPath(listPath: string, index: number): string {
  return `${listPath}[${index}].metadata.annotations["${ARCHITECTURES_ANNOTATION}"]`
}
