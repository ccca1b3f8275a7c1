import { isControlPlaneNode, workloadNodes } from '../operators/hco/node-information.ts'
import type { ClusterRule } from './rule.ts'
import { quote } from './support/wording.ts'

export const nodeWithoutArchitecture: ClusterRule = {
  id: 'node-without-architecture',
  severity: 'warning',
  scope: 'readable',
  summary: 'A workload or control-plane Node does not say its architecture.',
  why: 'The operators leave such a node out of every list. An architecture that only it has gets no image.',
  remediation: 'Add `status.nodeInfo.architecture` to the Node.',
  check: ({ inventory, release, prediction: { hyperConverged } }) => {
    if (!release.hasMultiArch || inventory.source !== 'nodes') return []
    const isWorkloadNode = workloadNodes(hyperConverged.workloadPlacement)
    return inventory.nodes
      .filter((node) => node.architecture === '' && (isControlPlaneNode(node) || isWorkloadNode(node)))
      .map(({ item, name }) => ({
        item,
        path: 'status.nodeInfo.architecture',
        message: `the operators leave the node ${quote(name)} out, because it does not say its architecture; add it`,
      }))
  },
}
