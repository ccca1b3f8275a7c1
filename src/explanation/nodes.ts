import type { DeclaredArchitectures, Inventory } from '../cluster/inventory.ts'
import type { NodeItem } from '../cluster/node.ts'
import type { NodePlacement } from '../cluster/placement.ts'
import { compareBytes } from '../kubernetes/byte-order.ts'
import { isControlPlaneNode, workloadNodes } from '../operators/hco/node-information.ts'
import type { ClusterPrediction } from '../prediction/predict-cluster.ts'
import type { Admitted } from '../prediction/prediction.ts'
import { type FindPlace, type Place, withPlace } from './place.ts'

/** Why nodes count as places for VMs, or why they do not. */
type WorkloadReason = 'worker-label' | 'no-worker-label' | 'inside-placement' | 'outside-placement'

/** Nodes that were counted alike. */
export interface NodeGroup {
  /** `''`: the nodes do not say it, and are left out. */
  readonly architecture: string
  /** The architecture is the label's, which the operators do not read. */
  readonly fromLabel: boolean
  readonly workload: boolean
  readonly because: WorkloadReason
  readonly controlPlane: boolean
  /** In the order of the input. */
  readonly names: readonly string[]
  /** Where the first of them stands. */
  readonly place?: Place
}

/** What is known of a cluster's nodes, and where from. */
export interface ExplainedNodes {
  readonly source: Inventory['source']
  readonly groups: readonly NodeGroup[]
  /** What somebody wrote down, or HCO published, instead of Nodes. */
  readonly declared?: DeclaredArchitectures
  /** The placement that decides where VMs may run, instead of the worker label. */
  readonly placement?: { readonly path: string; readonly place?: Place }
}

/** Says of every node how HCO counts it; those that it counts alike are one group. */
export function explainNodes(cluster: ClusterPrediction<Admitted>, find: FindPlace): ExplainedNodes {
  const { inventory, prediction, items } = cluster
  const { workloadPlacement, paths } = prediction.hyperConverged
  const placement = isDecisive(workloadPlacement) ? workloadPlacement : undefined
  const path = paths.workloadPlacement
  return {
    source: inventory.source,
    groups: inventory.source === 'nodes' ? groupNodes(inventory.nodes, placement, find) : [],
    ...(inventory.source !== 'nodes' && inventory.source !== 'unknown' && { declared: inventory.architectures }),
    ...(placement && { placement: withPlace({ path }, find(items.hyperConverged, path)) }),
  }
}

/** A placement with tolerations or preferences alone leaves the choice to the worker label. */
function isDecisive(placement: NodePlacement | undefined): boolean {
  return placement !== undefined && (Object.keys(placement.nodeSelector).length > 0 || placement.affinity !== undefined)
}

function groupNodes(nodes: readonly NodeItem[], placement: NodePlacement | undefined, find: FindPlace): NodeGroup[] {
  const isWorkload = workloadNodes(placement)
  const groups = new Map<string, { first: NodeItem; group: Omit<NodeGroup, 'names'>; names: string[] }>()
  for (const node of nodes) {
    const workload = isWorkload(node)
    const group = {
      architecture: node.architecture,
      fromLabel: node.fromLabel,
      workload,
      because: reasonOf(workload, placement),
      controlPlane: isControlPlaneNode(node),
    }
    const key = JSON.stringify(group)
    const known = groups.get(key)
    if (known) known.names.push(node.name)
    else groups.set(key, { first: node, group, names: [node.name] })
  }
  return [...groups.values()]
    .sort((a, b) => compareBytes(sortKey(a.group), sortKey(b.group)))
    .map(({ first, group, names }) => withPlace({ ...group, names }, find(first.item, '')))
}

function reasonOf(workload: boolean, placement: NodePlacement | undefined): WorkloadReason {
  if (placement) return workload ? 'inside-placement' : 'outside-placement'
  return workload ? 'worker-label' : 'no-worker-label'
}

/** Places for VMs first, nodes without an architecture last. */
function sortKey({ architecture, workload, controlPlane }: Omit<NodeGroup, 'names'>): string {
  return [architecture === '' ? 1 : 0, workload ? 0 : 1, architecture, controlPlane ? 0 : 1].join(' ')
}
