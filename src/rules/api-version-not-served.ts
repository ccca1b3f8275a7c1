import type { ClusterRule } from './rule.ts'
import { reportRefusals } from './support/refusals.ts'

export const apiVersionNotServed: ClusterRule = {
  id: 'api-version-not-served',
  severity: 'error',
  scope: 'cluster',
  summary: "The cluster's release does not serve the HyperConverged's apiVersion.",
  why: 'The API server refuses the object: nothing of it reaches the cluster.',
  remediation: 'Write the HyperConverged in an apiVersion that the release serves, or correct `hyperconvergedVersion`.',
  check: reportRefusals(
    'api-version-not-served',
    ({ value }, _who, { release }) =>
      `HyperConverged Cluster Operator ${release.version} does not serve "${value}"; write ${
        release.servesV1 ? '"hco.kubevirt.io/v1" or ' : ''
      }"hco.kubevirt.io/v1beta1", or correct \`hyperconvergedVersion\` in the configuration`,
  ),
}
