import type { ClusterRule } from './rule.ts'
import { reportRefusals } from './support/refusals.ts'

export const duplicateTemplateName: ClusterRule = {
  id: 'duplicate-template-name',
  severity: 'error',
  scope: 'cluster',
  summary: 'Two templates have one name; templates that are switched off count.',
  why: 'HCO fails on the whole HyperConverged, at admission or in every reconcile.',
  remediation: 'Give each template a name of its own, or remove one of the two.',
  check: reportRefusals(
    'duplicate-template-name',
    ({ value, message }) =>
      `HCO fails on the whole HyperConverged: the name "${value}" ${message}; rename or remove one of the two`,
  ),
}
