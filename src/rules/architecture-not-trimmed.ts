import { templateName } from '../operators/hco/template.ts'
import { KNOWN_ARCHITECTURES } from '../operators/ssp/architectures.ts'
import type { ClusterRule } from './rule.ts'
import { annotatedTemplates } from './support/annotated-templates.ts'
import { likelyMeant } from './support/architecture-words.ts'
import { list, nameTemplate, quote } from './support/wording.ts'

export const architectureNotTrimmed: ClusterRule = {
  id: 'architecture-not-trimmed',
  severity: 'warning',
  scope: 'readable',
  summary: 'A blank in the list of architectures silently drops one of them.',
  why: 'HCO compares the parts between the commas with the names of the nodes as they stand: `" arm64"` is not `arm64`, and no image is made for it.',
  remediation: 'Write the architectures without blanks.',
  check: (cluster) =>
    annotatedTemplates(cluster).flatMap(({ template, path, annotation }) => {
      const parts = annotation.split(',')
      const padded = parts.filter((part) => part !== part.trim() && part.trim() !== '')
      if (padded.length === 0) return []
      return [
        {
          path,
          currentValue: annotation,
          proposedValue: likelyMeant(annotation, KNOWN_ARCHITECTURES) ?? parts.map((part) => part.trim()).join(','),
          template: templateName(template),
          message: `HCO compares ${list(padded.map(quote))} as it stands, so ${nameTemplate(template)} gets no ${list(padded.map((part) => part.trim()))} image; write it without blanks`,
        },
      ]
    }),
}
