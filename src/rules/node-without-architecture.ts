import { readNode } from '../cluster/node.ts'
import { referTo } from '../findings/resource-reference.ts'
import { isControlPlaneNode, workloadNodes } from '../operators/hco/node-information.ts'
import type { ClusterRule } from './rule.ts'
import { quote } from './wording.ts'

export const nodeWithoutArchitecture: ClusterRule = {
  id: 'node-without-architecture',
  severity: 'warning',
  scope: 'cluster',
  summary: 'A workload or control-plane Node does not say its architecture.',
  why: 'The operators leave such a node out of every list. An architecture that only it has gets no image.',
  remediation: 'Add `status.nodeInfo.architecture` to the Node.',
  check: ({ items, prediction: { hyperConverged } }) => {
    if (!hyperConverged) return []
    const isWorkloadNode = workloadNodes(hyperConverged.workloadPlacement)
    return items.nodes.flatMap((item) => {
      const node = readNode(item.value())
      const counts = isControlPlaneNode(node) || isWorkloadNode(node)
      if (node.architecture !== '' || !counts) return []
      return [
        {
          resource: referTo(item),
          path: 'status.nodeInfo.architecture',
          message: `the operators leave the node ${quote(node.name)} out, because it does not say its architecture; add it`,
        },
      ]
    })
  },
}
