import type { ClusterRule } from './rule.ts'
import { reportRefusals } from './support/refusals.ts'

export const featureGateDuplicate: ClusterRule = {
  id: 'feature-gate-duplicate',
  severity: 'error',
  scope: 'cluster',
  summary: 'Two entries of `spec.featureGates` have one name, letter case aside.',
  why: "A rule of the HyperConverged's CRD refuses the object.",
  remediation: 'Keep one entry for each feature gate.',
  check: reportRefusals(
    'feature-gate-duplicate',
    ({ value, message }) =>
      `the API server refuses the HyperConverged: "${value}" ${message}, letter case aside; remove one of the two`,
  ),
}
