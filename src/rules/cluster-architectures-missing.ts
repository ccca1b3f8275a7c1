import type { ClusterRule } from './rule.ts'
import { reportRefusals } from './support/refusals.ts'

export const clusterArchitecturesMissing: ClusterRule = {
  id: 'cluster-architectures-missing',
  severity: 'error',
  scope: 'operating',
  summary: 'Multi-architecture images are on, and no node has an architecture.',
  why: 'SSP refuses its CR without any architecture of the cluster, and makes no golden image.',
  remediation: 'Put the Nodes into the input, or let the workload placement match some of them.',
  check: reportRefusals(
    'cluster-architectures-missing',
    (_refusal, _who, { prediction, inventory }) =>
      `SSP refuses every golden image: multi-architecture images are on, and no ${
        inventory.source === 'nodes' ? 'workload or control-plane node' : 'node'
      } with an architecture is known; check the Nodes of the input and \`${prediction.hyperConverged.paths.workloadPlacement}\``,
    ['no-workload-node'],
  ),
}
