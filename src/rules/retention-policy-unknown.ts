import { templateName } from '../operators/hco/template.ts'
import type { ClusterRule } from './rule.ts'
import { enabledEntries } from './support/enabled-entries.ts'
import { nameTemplate, quote } from './support/wording.ts'

const POLICIES = ['None', 'All']

export const retentionPolicyUnknown: ClusterRule = {
  id: 'retention-policy-unknown',
  severity: 'warning',
  scope: 'readable',
  summary: 'A retention policy is neither `None` nor `All`.',
  why: 'Nothing validates the policy. CDI takes every word but `None` for `All`, and the images stay when the DataImportCron is deleted.',
  remediation: 'Write `None` or `All`.',
  check: (cluster) =>
    enabledEntries(cluster).flatMap(({ template, spec: { retentionPolicy }, path }) => {
      if (retentionPolicy === undefined || POLICIES.includes(retentionPolicy)) return []
      const meant = POLICIES.find((policy) => policy.toLowerCase() === retentionPolicy.toLowerCase())
      return [
        {
          path: `${path}.spec.retentionPolicy`,
          currentValue: retentionPolicy,
          ...(meant !== undefined && { proposedValue: meant }),
          template: templateName(template),
          message: `the retention policy ${quote(retentionPolicy)} of ${nameTemplate(template)} must be "None" or "All"; nothing refuses it, and CDI knows no other`,
        },
      ]
    }),
}
