import type { ClusterNode } from '../../cluster/node.ts'
import { isControlPlaneNode, WORKER_LABEL } from '../../operators/hco/node-information.ts'
import { SCHEDULABLE_LABEL } from '../../operators/kubevirt/launcher.ts'
import type { ClusterPrediction } from '../../prediction/predict-cluster.ts'

/**
 * Names of the control-plane nodes of which nothing but names and labels are known: on a cluster such nodes have a taint,
 * which an inventory that is kept by hand leaves out.
 */
export function doubtfulNodes({ inventory }: ClusterPrediction): ReadonlySet<string> {
  if (inventory.source !== 'nodes') return new Set()
  const isDoubtful = (node: ClusterNode) =>
    isControlPlaneNode(node) && !node.labels.has(WORKER_LABEL) && !node.labels.has(SCHEDULABLE_LABEL) && !node.hasSpec
  return new Set(inventory.nodes.filter(isDoubtful).map(({ name }) => name))
}
