import type { Inventory } from '../../cluster/inventory.ts'
import type { ClusterNode } from '../../cluster/node.ts'
import type { NodePlacement } from '../../cluster/placement.ts'
import type { Release } from '../../cluster/release.ts'
import { compareBytes } from '../../kubernetes/byte-order.ts'
import { requiredNodeAffinity } from '../../kubernetes/node-affinity.ts'

/** What HCO publishes as `status.nodeInfo`: distinct architectures, sorted. */
export interface NodeInformation {
  readonly workloadsArchitectures: readonly string[]
  readonly controlPlaneArchitectures: readonly string[]
  /** `''` when no workload architecture is known, and in releases that do not choose one. */
  readonly defaultWorkloadArchitecture: string
}

const CONTROL_PLANE_LABELS = ['node-role.kubernetes.io/control-plane', 'node-role.kubernetes.io/master']
export const WORKER_LABEL = 'node-role.kubernetes.io/worker'

/**
 * The architectures of a cluster's workload and control-plane nodes, as HCO counts them
 * (hyperconverged-cluster-operator, pkg/internal/nodeinfo). Undefined when the inventory is unknown, where that matters: before 1.16
 * HCO looked at no node.
 */
export function gatherNodeInformation(
  inventory: Inventory,
  placement: NodePlacement | undefined,
  release: Release,
): NodeInformation | undefined {
  if (inventory.source === 'unknown') return release.hasMultiArch ? undefined : summarize([], [], release)
  if (inventory.source !== 'nodes') {
    const { workload, controlPlane } = inventory.architectures
    return summarize(workload, controlPlane, release)
  }
  const architecturesOf = (nodes: readonly ClusterNode[]) =>
    nodes.map(({ architecture }) => architecture).filter((architecture) => architecture !== '')
  return summarize(
    architecturesOf(inventory.nodes.filter(workloadNodes(placement))),
    architecturesOf(inventory.nodes.filter(isControlPlaneNode)),
    release,
  )
}

export function isControlPlaneNode(node: ClusterNode): boolean {
  return CONTROL_PLANE_LABELS.some((label) => node.labels.has(label))
}

/** With a selector or a required affinity exactly the nodes that match both; the worker label counts only without. */
export function workloadNodes(placement: NodePlacement | undefined): (node: ClusterNode) => boolean {
  if (!placement || !hasRequirements(placement)) return ({ labels }) => labels.has(WORKER_LABEL)
  const matches = requiredNodeAffinity(placement)
  return ({ name, labels }) => matches({ name, labels: Object.fromEntries(labels) })
}

/** What has neither, tolerations alone say, changes nothing. */
export function hasRequirements(placement: NodePlacement): boolean {
  return (
    Object.keys(placement.nodeSelector).length > 0 ||
    placement.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution !== undefined
  )
}

function summarize(workload: readonly string[], controlPlane: readonly string[], release: Release): NodeInformation {
  const counts = new Map<string, number>()
  for (const architecture of workload) counts.set(architecture, (counts.get(architecture) ?? 0) + 1)
  const workloadsArchitectures = [...counts.keys()].sort(compareBytes)
  const controlPlaneArchitectures = [...new Set(controlPlane)].sort(compareBytes)
  return {
    workloadsArchitectures,
    controlPlaneArchitectures,
    defaultWorkloadArchitecture: release.choosesDefaultArchitecture
      ? chooseDefault(counts, workloadsArchitectures, controlPlaneArchitectures[0])
      : '',
  }
}

/** The first control-plane architecture if a workload node has it; else the most frequent one, the first on a tie. */
function chooseDefault(
  counts: ReadonlyMap<string, number>,
  workload: readonly string[],
  firstControlPlane: string | undefined,
): string {
  if (firstControlPlane !== undefined && counts.has(firstControlPlane)) return firstControlPlane
  return workload.reduce(
    (best, next) => ((counts.get(next) ?? 0) > (counts.get(best) ?? 0) ? next : best),
    workload[0] ?? '',
  )
}
