import type { Inventory } from '../../cluster/inventory.ts'
import type { ClusterNode } from '../../cluster/node.ts'
import type { NodePlacement } from '../../cluster/placement.ts'
import { requiredNodeAffinity } from '../../kubernetes/node-affinity.ts'
import { ARCHITECTURE_LABEL } from '../../operators/kubevirt/launcher.ts'
import { type ChooseNodes, nodeChooser } from '../../operators/kubevirt/nodes.ts'

/**
 * virt-handler runs where the HyperConverged places workloads: there, and not on Nodes with the worker label, virtual
 * machines can run. Of an inventory without Nodes a node of each architecture is known, and nothing else of it.
 */
export function machineNodes(inventory: Inventory, placement: NodePlacement | undefined): ChooseNodes {
  if (inventory.source === 'nodes') {
    const matches = placement && requiredNodeAffinity(placement)
    const hasVirtHandler = ({ name, labels }: ClusterNode) =>
      matches?.({ name, labels: Object.fromEntries(labels) }) ?? true
    return nodeChooser(inventory.nodes, hasVirtHandler)
  }
  const architectures = inventory.source === 'unknown' ? [] : inventory.architectures.workload
  return ({ nodeSelector }) => {
    const asked = nodeSelector[ARCHITECTURE_LABEL]
    const matching = asked === undefined ? architectures : architectures.filter((one) => one === asked)
    return { matching, schedulable: matching }
  }
}
