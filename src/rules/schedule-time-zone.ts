import { hasTimeZonePrefix } from '../kubernetes/cron-schedule.ts'
import { templateName } from '../operators/hco/template.ts'
import type { ClusterRule } from './rule.ts'
import { enabledEntries } from './support/enabled-entries.ts'
import { nameTemplate } from './support/wording.ts'

export const scheduleTimeZone: ClusterRule = {
  id: 'schedule-time-zone',
  severity: 'warning',
  scope: 'readable',
  summary: 'A schedule has a time zone, which Kubernetes refuses in the CronJob that CDI makes of it.',
  why: 'With a `url` that a pod pulls, the schedule becomes that of a CronJob. CDI admits `TZ=` and `CRON_TZ=`; Kubernetes 1.29 and newer refuse it there, and nothing is imported.',
  remediation: 'Write the schedule in UTC, without a time zone.',
  check: (cluster) =>
    enabledEntries(cluster).flatMap(({ template, spec, path }) => {
      const { url, pullMethod = 'pod' } = spec.template.spec.source?.registry ?? {}
      if (url === undefined || pullMethod !== 'pod' || !hasTimeZonePrefix(spec.schedule)) return []
      return [
        {
          path: `${path}.spec.schedule`,
          currentValue: spec.schedule,
          template: templateName(template),
          message: `the schedule of ${nameTemplate(template)} becomes that of a CronJob, and Kubernetes 1.29 and newer refuse a time zone there; write it in UTC, without the prefix`,
        },
      ]
    }),
}
