import type { ClusterRule } from './rule.ts'
import { reportRefusals } from './support/refusals.ts'

export const featureGateContradictsField: ClusterRule = {
  id: 'feature-gate-contradicts-field',
  severity: 'error',
  scope: 'cluster',
  summary: 'The deprecated feature gate and the field say different things of multi-architecture images.',
  why: "HCO's webhook denies the object.",
  remediation: 'Remove the feature gate: the field alone is what counts.',
  check: reportRefusals(
    'feature-gate-contradicts-field',
    ({ message }) =>
      `HCO denies the HyperConverged: the deprecated feature gate ${message}; remove the gate, the field alone counts`,
  ),
}
