import { templateName } from '../operators/hco/template.ts'
import { KNOWN_ARCHITECTURES } from '../operators/ssp/architectures.ts'
import type { ClusterRule } from './rule.ts'
import { annotatedTemplates } from './support/annotated-templates.ts'
import { likelyMeant } from './support/architecture-words.ts'
import { list, nameTemplate, quote } from './support/wording.ts'

export const duplicateArchitecture: ClusterRule = {
  id: 'duplicate-architecture',
  severity: 'warning',
  scope: 'readable',
  summary: 'The annotation names an architecture twice.',
  why: 'HCO keeps the repetition, and SSP makes the same DataImportCron twice over. Most often another architecture was meant.',
  remediation: 'Name each architecture once.',
  check: (cluster) =>
    annotatedTemplates(cluster).flatMap(({ template, path, annotation }) => {
      const parts = annotation.split(',').map((part) => part.trim())
      const seen = new Set([''])
      const repeated = new Set(parts.filter((part) => seen.size === seen.add(part).size && part !== ''))
      if (repeated.size === 0) return []
      return [
        {
          path,
          currentValue: annotation,
          proposedValue: likelyMeant(annotation, KNOWN_ARCHITECTURES) ?? [...new Set(parts)].join(','),
          template: templateName(template),
          message: `${nameTemplate(template)} names ${list([...repeated].map(quote))} more than once; name each architecture once, or correct the one that was meant`,
        },
      ]
    }),
}
