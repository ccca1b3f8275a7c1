import { isEnabled, templateName } from '../operators/hco/template.ts'
import type { ClusterRule } from './rule.ts'
import { list, quote } from './support/wording.ts'

export const commonImagesIncomplete: ClusterRule = {
  id: 'common-images-incomplete',
  severity: 'warning',
  scope: 'readable',
  summary: "The cluster's common images are read from a status that does not have all of them as they were.",
  why: 'The status shows a common image as it was customised, and leaves out those that are disabled. What happens when the customisation is taken back can not be predicted from that.',
  remediation:
    "List the cluster's own common templates in `spec.commonBootImages`, or keep them as a CommonBootImages item.",
  check: ({ commonTemplates, prediction: { hyperConverged } }) => {
    if (commonTemplates.source !== 'status') return []
    const names = new Set(commonTemplates.templates.map(templateName))
    const disabled = hyperConverged.templates.filter((entry) => !isEnabled(entry) && !names.has(templateName(entry)))
    const doubts = [
      ...(commonTemplates.modified.length > 0
        ? [`customised there and taken for the originals: ${list(commonTemplates.modified.map(quote))}`]
        : []),
      ...(disabled.length > 0
        ? [`disabled and so not there at all: ${list(disabled.map((entry) => quote(templateName(entry))))}`]
        : []),
    ]
    if (doubts.length === 0) return []
    return [
      {
        path: 'status.dataImportCronTemplates',
        because: ['common-templates-copied'],
        message: `the cluster's common images are read from this status, which is not complete: ${doubts.join('; ')}; list the originals in \`spec.commonBootImages\` of the configuration to be sure`,
      },
    ]
  },
}
