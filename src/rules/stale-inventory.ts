import { chooseInventory } from '../cluster/inventory.ts'
import { gatherNodeInformation } from '../operators/hco/node-information.ts'
import type { ClusterRule } from './rule.ts'
import { list } from './support/wording.ts'

export const staleInventory: ClusterRule = {
  id: 'stale-inventory',
  severity: 'warning',
  scope: 'operating',
  summary: 'The Nodes beside the HyperConverged have other architectures than its own status tells.',
  why: 'The status is what the operator saw. When the Nodes kept in Git tell something else, one of the two is old, and the prediction is for a cluster that is not there.',
  remediation: 'Write the Nodes anew from the cluster, or drop the old status.',
  check: ({ inventory, prediction: { hyperConverged, nodeInformation }, release }) => {
    if (inventory.source === 'status' || !release.hasMultiArch) return []
    const recorded = gatherNodeInformation(
      chooseInventory([], undefined, hyperConverged.statusNodeInfo),
      undefined,
      release,
    )
    if (!recorded) return []
    const differences = (['workloadsArchitectures', 'controlPlaneArchitectures'] as const).filter(
      (key) => recorded[key].join() !== nodeInformation[key].join(),
    )
    return differences.map((key) => ({
      path: `status.nodeInfo.${key}`,
      currentValue: [...recorded[key]],
      message: `the operator saw ${list(recorded[key])} here, and the ${
        inventory.source === 'nodes' ? 'Nodes of the input' : 'configured architectures'
      } make it ${list(nodeInformation[key])}; write the inventory anew, or drop the old status`,
    }))
  },
}
