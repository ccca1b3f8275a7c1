import type { ClusterRule } from './rule.ts'
import { nameTemplate } from './support/wording.ts'

export const templateVanishes: ClusterRule = {
  id: 'template-vanishes',
  severity: 'error',
  scope: 'operating',
  summary: 'Common images are off, and a template carries the name of a common one: it vanishes.',
  why: 'HCO takes an entry with the name of a common template for a change of that one. With common images off there is nothing to change, and the entry is not a custom template either.',
  remediation: 'Rename the template, or turn common images on.',
  check: ({ prediction: { hyperConverged, templates } }) =>
    templates
      .filter((one) => one.outcome === 'vanished')
      .map(({ name, entry, index }) => ({
        path: `${hyperConverged.paths.templates}[${index}].metadata.name`,
        currentValue: name,
        template: name,
        message: `${nameTemplate(entry)} has the name of a common template and vanishes, because \`${hyperConverged.paths.commonBootImages}\` is false; rename it, or turn common images on`,
      })),
}
