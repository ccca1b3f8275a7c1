import type { ClusterRule } from './rule.ts'

export const placementMatchesNothing: ClusterRule = {
  id: 'placement-matches-nothing',
  severity: 'warning',
  scope: 'operating',
  summary: 'The workload placement matches no Node of the inventory.',
  why: 'With a node selector or a required node affinity exactly the nodes that match are workload nodes. When none does, no VM can run, and no golden image is made for any architecture.',
  remediation: 'Correct the placement, or put the nodes that it means into the inventory.',
  check: ({ inventory, prediction: { hyperConverged, nodeInformation } }) => {
    if (inventory.source !== 'nodes' || !hyperConverged.workloadPlacement) return []
    if (nodeInformation.workloadsArchitectures.length > 0) return []
    return [
      {
        path: hyperConverged.paths.workloadPlacement,
        message: `this placement matches none of the ${inventory.nodes.length} Nodes with an architecture, so no VM can run and no image is made; correct it, or complete the Nodes`,
      },
    ]
  },
}
