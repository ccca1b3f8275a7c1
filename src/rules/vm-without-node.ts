import type { ClusterRule } from './rule.ts'
import { reportMachines } from './support/machines.ts'
import { faultWithoutNode } from './support/without-node.ts'

/** KubeVirt pkg/virt-controller/services/nodeselectorrenderer.go; the scheduler's node affinity, taints and cordons. */
export const vmWithoutNode: ClusterRule = {
  id: 'vm-without-node',
  severity: 'error',
  scope: 'made',
  summary: 'No node of the cluster can run a virtual machine.',
  why: 'Its launcher pod asks for a node of its architecture that knows its machine type, and for what its own node selector, affinity and tolerations say. Where no node has all of it the pod stays pending for ever.',
  remediation:
    'Name an image and a preference of an architecture that nodes for virtual machines have, or ask for less.',
  check: (cluster) => {
    if (cluster.inventory.source === 'unknown' || cluster.machines.length === 0) return []
    return reportMachines(cluster.machines, faultWithoutNode(cluster))
  },
}
