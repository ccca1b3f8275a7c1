import { ARCHITECTURES_ANNOTATION, isEnabled, templateName } from '../operators/hco/template.ts'
import type { ClusterRule } from './rule.ts'
import { annotationPath } from './support/annotated-templates.ts'
import { commonTemplateOf, customisesUnchangedImage } from './support/customised-template.ts'
import { nameTemplate, quote } from './support/wording.ts'

export const annotationIgnored: ClusterRule = {
  id: 'annotation-ignored',
  severity: 'warning',
  scope: 'operating',
  summary: 'A customised common image has an annotation that does not count, because its registry is unchanged.',
  why: "As long as an entry keeps the image of the common template, HCO takes that template's own architectures, whatever the entry says.",
  remediation: 'Remove the annotation, or bring an image of your own.',
  check: (cluster) => {
    const { hyperConverged, multiArch } = cluster.prediction
    if (!multiArch) return []
    return hyperConverged.templates.flatMap((template, index) => {
      const written = template.metadata.annotations?.[ARCHITECTURES_ANNOTATION]
      if (written === undefined || !isEnabled(template) || !customisesUnchangedImage(template, cluster)) return []
      const counts = commonTemplateOf(template, cluster)?.metadata.annotations?.[ARCHITECTURES_ANNOTATION]
      if (counts === written) return []
      return [
        {
          path: annotationPath(hyperConverged.paths.templates, index),
          currentValue: written,
          template: templateName(template),
          message: `this annotation of ${nameTemplate(template)} does not count, because the image is that of the common template, ${
            counts === undefined ? 'which has no annotation' : `whose own ${quote(counts)} stands`
          }; remove it, or change the registry`,
        },
      ]
    })
  },
}
