import { templateName } from '../operators/hco/template.ts'
import type { ClusterRule } from './rule.ts'
import { copiedTemplates, lostLabels } from './support/copied-templates.ts'
import { commonTemplateOf } from './support/customised-template.ts'
import { enabledEntries } from './support/enabled-entries.ts'
import { list, nameTemplate, quote } from './support/wording.ts'

export const labelsIgnored: ClusterRule = {
  id: 'labels-ignored',
  severity: 'warning',
  scope: 'readable',
  summary: 'A customised common template has labels that the common one has not, and HCO drops them.',
  why: "HCO takes the entry's spec, namespace and annotations, and keeps the labels of the common template.",
  remediation: 'Remove the labels, or give the template a name of its own.',
  check: (cluster) => {
    const copies = copiedTemplates(cluster)
    return enabledEntries(cluster).flatMap(({ template, path, index }) => {
      const common = commonTemplateOf(template, cluster)
      const labels = common && !copies.has(index) ? lostLabels(template, common) : []
      if (labels.length === 0) return []
      return [
        {
          path: `${path}.metadata.labels`,
          template: templateName(template),
          message: `${nameTemplate(template)} customises a common template, and HCO drops its labels ${list(labels.map(quote))}; remove them, or give it a name of its own`,
        },
      ]
    })
  },
}
