import { subdomainProblem } from '../kubernetes/names.ts'
import { templateName, templatePath } from '../operators/hco/template.ts'
import { admittedCrons } from '../prediction/cron-outcomes.ts'
import type { ClusterRule } from './rule.ts'
import { nameTemplate } from './support/wording.ts'

export const dataSourceNameInvalid: ClusterRule = {
  id: 'data-source-name-invalid',
  severity: 'error',
  scope: 'made',
  summary: "A template's `managedDataSource` is no name that a DataSource can have.",
  why: "CDI's admission does not look at the characters of the name, but the API server then refuses the DataSource itself: the image is imported, and nothing leads to it.",
  remediation: 'Use lower-case letters, digits, `-` and `.` alone, and a letter or digit at either end.',
  check: ({ prediction: { hyperConverged, crons } }) => {
    const seen = new Set<string>()
    return admittedCrons(crons).flatMap(({ cron, source }) => {
      const name = templateName(source.template)
      if (seen.has(name)) return []
      const problem = subdomainProblem(cron.spec.managedDataSource)
      if (problem === undefined) return []
      seen.add(name)
      return [
        {
          path: `${templatePath(hyperConverged.paths.templates, source.effective.origin)}.spec.managedDataSource`,
          currentValue: source.template.spec?.managedDataSource ?? '',
          template: name,
          message: `the API server refuses the DataSource of ${nameTemplate(source.template)}: ${problem}`,
        },
      ]
    })
  },
}
