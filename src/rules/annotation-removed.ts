import { ARCHITECTURES_ANNOTATION, templateName, templatePath } from '../operators/hco/template.ts'
import type { ClusterRule } from './rule.ts'
import { tellRemoval } from './support/registry-difference.ts'
import { howToLookUp, nameTemplate } from './support/wording.ts'

export const annotationRemoved: ClusterRule = {
  id: 'annotation-removed',
  severity: 'warning',
  scope: 'operating',
  summary: "A customised common image has another registry and no annotation: the common one's is removed.",
  why: "HCO takes it that another image has other architectures. Without a word on them the template loses the common template's annotation, and one image of an arbitrary architecture is made.",
  remediation: "Say the new image's architectures in the entry.",
  check: ({ commonTemplates, prediction: { hyperConverged, multiArch, templates } }) => {
    if (!multiArch) return []
    return templates.flatMap((one) => {
      if (one.outcome !== 'customised') return []
      const { template, origin } = one.effective
      const removed = one.common.metadata.annotations?.[ARCHITECTURES_ANNOTATION]
      if (removed === undefined || template.metadata.annotations?.[ARCHITECTURES_ANNOTATION] !== undefined) return []
      return [
        {
          path: `${templatePath(hyperConverged.paths.templates, origin)}.metadata`,
          because: ['HCOGoldenImageWithNoArchitectureAnnotation'],
          template: templateName(template),
          message: `${nameTemplate(template)} ${tellRemoval(one.common, template, removed, commonTemplates)}; say the new image's architectures in \`${ARCHITECTURES_ANNOTATION}\`. ${howToLookUp(template)}`,
        },
      ]
    })
  },
}
