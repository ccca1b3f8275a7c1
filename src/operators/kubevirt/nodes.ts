/** The nodes on which a launcher pod may run: labels and taints, nothing of resources. */
import type { V1Toleration } from '@kubernetes/client-node'
import type { ClusterNode } from '../../cluster/node.ts'
import { readRequiredAffinity } from '../../cluster/placement.ts'
import { requiredNodeAffinity } from '../../kubernetes/node-affinity.ts'
import { toleratesNode } from '../../kubernetes/taints.ts'
import {
  ARCHITECTURE_LABEL,
  GUEST_ARCHITECTURE_LABEL,
  type LauncherPlacement,
  MACHINE_TYPE_LABEL,
  SCHEDULABLE_LABEL,
} from './launcher.ts'

/** Names of nodes, in their order. */
export interface NodeChoice {
  /** Those that meet the pod's node selector and required affinity. */
  readonly matching: readonly string[]
  /** Those of them that are neither cordoned nor tainted beyond its tolerations. */
  readonly schedulable: readonly string[]
}

export type ChooseNodes = (placement: LauncherPlacement, tolerations: readonly V1Toleration[]) => NodeChoice

/** What the node labeller finds in the QEMU of a node. */
const MACHINE_TYPES: ReadonlyMap<string, readonly string[]> = new Map([
  ['amd64', ['q35', 'pc-q35']],
  ['arm64', ['virt']],
  ['s390x', ['s390-ccw-virtio']],
])

/** Many virtual machines ask for the same, and each question is answered once. */
export function nodeChooser(
  nodes: readonly ClusterNode[],
  hasVirtHandler: (node: ClusterNode) => boolean,
): ChooseNodes {
  const labelled = nodes.map((node) => ({ node, labels: kubeVirtLabels(node, hasVirtHandler(node)) }))
  const answers = new Map<string, NodeChoice>()
  return ({ nodeSelector, affinity }, tolerations) => {
    const question = JSON.stringify([nodeSelector, affinity?.nodeAffinity, tolerations])
    const known = answers.get(question)
    if (known) return known
    const meets = requiredNodeAffinity({ nodeSelector, affinity: readRequiredAffinity(affinity) })
    const matching = labelled.filter(({ node, labels }) => meets({ name: node.name, labels })).map(({ node }) => node)
    const answer = {
      matching: matching.map(({ name }) => name),
      schedulable: matching.filter((node) => toleratesNode(node, tolerations)).map(({ name }) => name),
    }
    answers.set(question, answer)
    return answer
  }
}

/** Nodes that were written down by hand lack what kubelet, virt-handler and its node labeller add. */
function kubeVirtLabels(
  { labels, architecture }: ClusterNode,
  hasVirtHandler: boolean,
): { readonly [key: string]: string } {
  const added: { [key: string]: string } = {}
  if (!labels.has(ARCHITECTURE_LABEL) && architecture !== '') added[ARCHITECTURE_LABEL] = architecture
  if (!labels.has(SCHEDULABLE_LABEL)) added[SCHEDULABLE_LABEL] = String(hasVirtHandler)
  const hasAny = (beginning: string) => [...labels.keys()].some((label) => label.startsWith(beginning))
  if (!hasAny(MACHINE_TYPE_LABEL)) {
    for (const type of MACHINE_TYPES.get(architecture) ?? []) added[`${MACHINE_TYPE_LABEL}${type}`] = 'true'
  }
  if (!hasAny(GUEST_ARCHITECTURE_LABEL)) added[`${GUEST_ARCHITECTURE_LABEL}${architecture}`] = 'true'
  return { ...added, ...Object.fromEntries(labels) }
}
