import { templateName } from '../operators/hco/template.ts'
import type { ClusterRule } from './rule.ts'
import { commonTemplateOf } from './support/customised-template.ts'
import { enabledEntries } from './support/enabled-entries.ts'
import { nameTemplate } from './support/wording.ts'

export const scheduleEmpty: ClusterRule = {
  id: 'schedule-empty',
  severity: 'warning',
  scope: 'readable',
  summary: 'A custom template has an empty schedule, and its image is never imported.',
  why: 'CDI admits an empty schedule and then never polls the image. Only an entry that customises a common template takes the schedule from there.',
  remediation: 'Write a cron schedule.',
  check: (cluster) =>
    enabledEntries(cluster).flatMap(({ template, spec, path }) =>
      spec.schedule === '' && !commonTemplateOf(template, cluster)
        ? [
            {
              path: `${path}.spec.schedule`,
              currentValue: '',
              template: templateName(template),
              message: `the image of ${nameTemplate(template)} is never imported, because its schedule is empty; write five cron fields, as "0 */12 * * *"`,
            },
          ]
        : [],
    ),
}
