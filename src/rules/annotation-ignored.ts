import { filterArchitectures } from '../operators/hco/architecture-filter.ts'
import type { NodeInformation } from '../operators/hco/node-information.ts'
import { ARCHITECTURES_ANNOTATION, isEnabled, templateName } from '../operators/hco/template.ts'
import type { ClusterRule } from './rule.ts'
import { annotationPath } from './support/annotated-templates.ts'
import { copiedTemplates } from './support/copied-templates.ts'
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
    const { hyperConverged, multiArch, nodeInformation } = cluster.prediction
    if (!multiArch) return []
    const copies = copiedTemplates(cluster)
    return hyperConverged.templates.flatMap((template, index) => {
      const written = template.metadata.annotations?.[ARCHITECTURES_ANNOTATION]
      if (written === undefined || !isEnabled(template) || !customisesUnchangedImage(template, cluster)) return []
      const counts = commonTemplateOf(template, cluster)?.metadata.annotations?.[ARCHITECTURES_ANNOTATION]
      const asked = leftOf(written, nodeInformation)
      if (counts !== undefined && (copies.has(index) || asked === leftOf(counts, nodeInformation))) return []
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

/** The architectures for which images would be made, in one order: where they are the same, nothing is lost. */
function leftOf(annotation: string, { workloadsArchitectures }: NodeInformation): string {
  return [...new Set(filterArchitectures(annotation, workloadsArchitectures).split(','))].sort().join(',')
}
