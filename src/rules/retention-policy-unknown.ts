import type { CronRule } from './rule.ts'
import { quote } from './support/wording.ts'

const POLICIES = ['None', 'All']

export const retentionPolicyUnknown: CronRule = {
  id: 'retention-policy-unknown',
  severity: 'warning',
  scope: 'cron',
  summary: 'A retention policy is neither `None` nor `All`.',
  why: 'Nothing validates the policy. CDI takes every word but `None` for `All`, and the images stay when the DataImportCron is deleted.',
  remediation: 'Write `None` or `All`.',
  check: ({ name, spec: { retentionPolicy }, at }) => {
    if (retentionPolicy === undefined || POLICIES.includes(retentionPolicy)) return []
    const meant = POLICIES.find((policy) => policy.toLowerCase() === retentionPolicy.toLowerCase())
    return [
      {
        path: at('spec.retentionPolicy'),
        currentValue: retentionPolicy,
        ...(meant !== undefined && { proposedValue: meant }),
        message: `the retention policy ${quote(retentionPolicy)} of ${name} must be "None" or "All"; nothing refuses it, and CDI knows no other`,
      },
    ]
  },
}
