import { ARCHITECTURES_ANNOTATION, templateName, templatePath } from '../operators/hco/template.ts'
import type { ClusterRule } from './rule.ts'
import { commonTemplateOf } from './support/customised-template.ts'
import { howToLookUp, nameTemplate, quote } from './support/wording.ts'

export const annotationRemoved: ClusterRule = {
  id: 'annotation-removed',
  severity: 'warning',
  scope: 'cluster',
  summary: "A customised common image has another registry and no annotation: the common one's is removed.",
  why: "HCO takes it that another image has other architectures. Without a word on them the template loses the common template's annotation, and one image of an arbitrary architecture is made.",
  remediation: "Say the new image's architectures in the entry.",
  check: (cluster) => {
    const { hyperConverged, operation } = cluster.prediction
    if (!hyperConverged || !operation?.multiArch) return []
    return operation.templates.flatMap(({ template, origin }) => {
      if (origin.kind !== 'customised' || template.metadata.annotations?.[ARCHITECTURES_ANNOTATION] !== undefined)
        return []
      const removed = commonTemplateOf(template, cluster)?.metadata.annotations?.[ARCHITECTURES_ANNOTATION]
      if (removed === undefined) return []
      return [
        {
          path: `${templatePath(hyperConverged.paths.templates, origin)}.metadata`,
          template: templateName(template),
          message: `${nameTemplate(template)} has another image than the common template, so that one's ${quote(removed)} is removed; say the new image's architectures in \`${ARCHITECTURES_ANNOTATION}\`. ${howToLookUp(template)}`,
        },
      ]
    })
  },
}
