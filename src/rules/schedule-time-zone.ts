import { hasTimeZonePrefix } from '../kubernetes/cron-schedule.ts'
import type { CronRule } from './rule.ts'

export const scheduleTimeZone: CronRule = {
  id: 'schedule-time-zone',
  severity: 'warning',
  scope: 'cron',
  summary: 'A schedule has a time zone, which Kubernetes refuses in the CronJob that CDI makes of it.',
  why: 'With a `url` that a pod pulls, the schedule becomes that of a CronJob. CDI admits `TZ=` and `CRON_TZ=`; Kubernetes 1.29 and newer refuse it there, and nothing is imported.',
  remediation: 'Write the schedule in UTC, without a time zone.',
  check: ({ name, spec, at }) => {
    const { url, pullMethod = 'pod' } = spec.template.spec.source?.registry ?? {}
    if (url === undefined || pullMethod !== 'pod' || !hasTimeZonePrefix(spec.schedule)) return []
    return [
      {
        path: at('spec.schedule'),
        currentValue: spec.schedule,
        message: `the schedule of ${name} becomes that of a CronJob, and Kubernetes 1.29 and newer refuse a time zone there; write it in UTC, without the prefix`,
      },
    ]
  },
}
