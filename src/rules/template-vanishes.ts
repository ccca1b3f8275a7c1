import { isEnabled, templateName } from '../operators/hco/template.ts'
import type { ClusterRule } from './rule.ts'
import { nameTemplate } from './support/wording.ts'

export const templateVanishes: ClusterRule = {
  id: 'template-vanishes',
  severity: 'error',
  scope: 'cluster',
  summary: 'Common images are off, and a template carries the name of a common one: it vanishes.',
  why: 'HCO takes an entry with the name of a common template for a change of that one. With common images off there is nothing to change, and the entry is not a custom template either.',
  remediation: 'Rename the template, or turn common images on.',
  check: ({ prediction: { hyperConverged, operation }, commonTemplates }) => {
    if (!hyperConverged || !operation || hyperConverged.commonBootImages) return []
    const { templates, paths } = hyperConverged
    const commonNames = new Set(commonTemplates.templates.map(templateName))
    return templates.flatMap((template, index) =>
      isEnabled(template) && commonNames.has(templateName(template))
        ? [
            {
              path: `${paths.templates}[${index}].metadata.name`,
              currentValue: templateName(template),
              template: templateName(template),
              message: `${nameTemplate(template)} has the name of a common template and vanishes, because \`${paths.commonBootImages}\` is false; rename it, or turn common images on`,
            },
          ]
        : [],
    )
  },
}
