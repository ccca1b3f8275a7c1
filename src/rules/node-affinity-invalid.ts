import type { ClusterRule } from './rule.ts'
import { reportRefusals } from './support/refusals.ts'

export const nodeAffinityInvalid: ClusterRule = {
  id: 'node-affinity-invalid',
  severity: 'error',
  scope: 'cluster',
  summary: 'A required node affinity of the placement does not parse.',
  why: "HCO's webhook denies the object; where it does not, no node matches, and no image is made.",
  remediation: 'Correct the requirement at the path of the finding.',
  reference: 'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#node-affinity',
  check: reportRefusals(
    'node-affinity-invalid',
    ({ message }) => `HCO denies the HyperConverged, because this node affinity does not parse: ${message}`,
  ),
}
