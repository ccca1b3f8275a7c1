import type { DefaultArchitecture } from '../../explanation/default-architecture.ts'
import type { ClusterExplanation } from '../../explanation/explain.ts'
import type { ExplainedNodes, NodeGroup } from '../../explanation/nodes.ts'
import { WORKER_LABEL } from '../../operators/hco/node-information.ts'
import { count, enumerate, few, quote } from '../../rules/support/wording.ts'
import { at } from '../text/text-layout.ts'

/** How each node was counted, and what follows from it, in sentences. */
export function describeNodes({ nodes, nodeInfo, defaultArchitecture }: ClusterExplanation): string[] {
  if (!nodes) return []
  if (!nodeInfo) {
    return [
      'Nothing tells which nodes the cluster has, so this explanation ends where architectures count. Put the Nodes beside the HyperConverged (`kubectl get nodes -o yaml`), or declare `spec.architectures` in the configuration.',
    ]
  }
  const { workloadsArchitectures: workload, controlPlaneArchitectures: controlPlane } = nodeInfo
  return [
    ...describeSource(nodes),
    ...nodes.groups.map(describeGroup),
    `So VMs can run on ${enumerate(workload) || 'no architecture at all'}, and the control plane runs on ${enumerate(controlPlane) || 'no known architecture'}.`,
    ...(defaultArchitecture ? describeDefault(defaultArchitecture) : []),
  ]
}

function describeSource({ source, placement }: ExplainedNodes): string[] {
  if (source === 'configuration') return ['The configuration declares the architectures in `spec.architectures`.']
  if (source === 'status') {
    return ["The HyperConverged's own `status.nodeInfo` tells the architectures; no Nodes are in the input."]
  }
  if (!placement) return []
  return [
    `The HyperConverged says where VMs may run, in \`${placement.path}\`${at(placement.place)}: exactly the nodes that match it count, whatever labels they have besides.`,
  ]
}

function describeGroup(group: NodeGroup): string {
  const { architecture, workload, controlPlane, names, place, fromLabel } = group
  const one = names.length === 1
  const nodes = count(names.length, controlPlane ? 'control-plane node' : 'node')
  const who = `${few(names)}${at(place)}`
  if (architecture === '') {
    return `${nodes} ${one ? 'is left out, because it does' : 'are left out, because they do'} not say the architecture in \`status.nodeInfo.architecture\`: ${who}`
  }
  const counts = workload ? (one ? 'counts' : 'count') : one ? 'does not count' : 'do not count'
  const label = fromLabel ? ' (by the label "kubernetes.io/arch", which the operators themselves do not read)' : ''
  return `${nodes} of ${architecture}${label} ${counts} as ${one ? 'a place' : 'places'} for VMs, because ${reasonFor(group)}: ${who}`
}

function reasonFor({ because, names }: NodeGroup): string {
  const one = names.length === 1
  const doNot = one ? 'it does not' : 'they do not'
  switch (because) {
    case 'worker-label':
      return `${one ? 'it has' : 'they have'} the label ${quote(WORKER_LABEL)}`
    case 'no-worker-label':
      return `${doNot} have the label ${quote(WORKER_LABEL)}`
    case 'inside-placement':
      return one ? 'it matches that' : 'they match that'
    case 'outside-placement':
      return `${doNot} match that`
  }
}

function describeDefault({ architecture, because }: DefaultArchitecture): string[] {
  switch (because) {
    case 'not-chosen-by-release':
      return [
        'This release does not choose a default architecture for VMs: one that names none gets that of the node where KubeVirt itself runs.',
      ]
    case 'no-workload-node':
      return []
    case 'first-control-plane':
      return [
        `The default architecture for VMs is ${architecture}: it is the first one of the control plane, and a node for VMs has it.`,
      ]
    case 'most-nodes':
      return [
        `The default architecture for VMs is ${architecture}: no node for VMs has the first one of the control plane, and most of them (on a tie, the first by name) have this one.`,
      ]
  }
}
