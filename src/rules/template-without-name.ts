import type { ClusterRule } from './rule.ts'
import { reportRefusals } from './support/refusals.ts'

export const templateWithoutName: ClusterRule = {
  id: 'template-without-name',
  severity: 'error',
  scope: 'cluster',
  summary: 'A template has no name.',
  why: "HCO takes an unnamed template; SSP's webhook then denies the whole CR, and no golden image is made.",
  remediation: 'Give the template a name.',
  check: reportRefusals(
    'template-without-name',
    (_refusal, who) => `SSP refuses every golden image, because ${who} must have a name`,
  ),
}
