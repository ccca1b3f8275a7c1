import type { ClusterNode } from '../../cluster/node.ts'
import { ARCHITECTURE_LABEL, type LauncherPlacement, MACHINE_TYPE_LABEL } from '../../operators/kubevirt/launcher.ts'
import { USUAL_MACHINE_TYPES } from '../../operators/kubevirt/machine-type.ts'
import type { MachinePrediction } from '../../prediction/machines/machine-prediction.ts'
import type { ClusterPrediction } from '../../prediction/predict-cluster.ts'
import type { Made } from '../../prediction/prediction.ts'
import { contradictedImage } from './contradicted-image.ts'
import { doubtfulNodes } from './machine-nodes.ts'
import { type AdmittedOutcome, architectureSource, instancePath, type MachineFault, whoDecided } from './machines.ts'
import { selectorOverride } from './selector-override.ts'
import { few, list, quote, whereVmsRun } from './wording.ts'

/** Why no node takes a virtual machine; what another rule has told already is left out. */
export function faultWithoutNode(
  cluster: ClusterPrediction<Made>,
): (prediction: MachinePrediction) => MachineFault | undefined {
  const doubtful = doubtfulNodes(cluster)
  const nodes = cluster.inventory.source === 'nodes' ? cluster.inventory.nodes : []
  return ({ outcome, surroundings }) => {
    if (outcome.kind !== 'admitted' || !outcome.launch) return undefined
    const { matching, schedulable } = outcome.launch.nodes
    if (schedulable.some((name) => !doubtful.has(name))) return undefined
    if (contradictedImage(outcome) || selectorOverride(outcome, surroundings)) return undefined
    const kept = matching.filter((name) => !doubtful.has(name))
    return kept.length > 0 ? keptAway(outcome, kept) : unmatched(outcome, outcome.launch.placement, nodes, cluster)
  }
}

function keptAway(outcome: AdmittedOutcome, names: readonly string[]): MachineFault {
  return {
    key: `kept away\n${names.join('\n')}`,
    path: instancePath(outcome, 'tolerations'),
    message: `the nodes that could run this virtual machine, ${few(names)}, are cordoned, or have taints that it does not tolerate; uncordon one, or add a toleration`,
  }
}

function unmatched(
  outcome: AdmittedOutcome,
  placement: LauncherPlacement,
  nodes: readonly ClusterNode[],
  { prediction: { nodeInformation } }: ClusterPrediction<Made>,
): MachineFault | undefined {
  const architecture = placement.nodeSelector[ARCHITECTURE_LABEL]
  const { workloadsArchitectures } = nodeInformation
  if (architecture !== undefined && !workloadsArchitectures.includes(architecture)) {
    return {
      key: `architecture\n${architecture}\n${whoDecided(outcome)}`,
      ...architectureSource(outcome),
      message: `this virtual machine is for ${quote(architecture)}, ${whoDecided(outcome)}, and no node can run it: ${whereVmsRun(workloadsArchitectures)}; choose an image and a preference for one of these`,
    }
  }
  if (isMachineTypeUnknown(outcome.defaults.machineType, nodes)) return undefined
  const own = Object.entries(outcome.machine.instance.nodeSelector ?? {})
  const nowhere = own.find(([key, value]) => !nodes.some(({ labels }) => labels.get(key) === value))
  if (nowhere) {
    const [key, value] = nowhere
    return {
      key: `selector\n${key}\n${value}`,
      path: instancePath(outcome, `nodeSelector[${JSON.stringify(key)}]`),
      currentValue: value,
      message: `no node has the label ${quote(key)} with the value ${quote(value)}, which this virtual machine asks for; correct it, or label a node`,
    }
  }
  const asked = Object.keys(placement.nodeSelector)
  return {
    key: `placement\n${JSON.stringify(placement)}`,
    path: instancePath(outcome, outcome.machine.instance.affinity ? 'affinity' : 'nodeSelector'),
    message: `no node has all that this virtual machine asks for: the labels ${list(asked.map((label) => `${quote(label)}: ${quote(placement.nodeSelector[label] ?? '')}`))}${placement.affinity ? ' and its node affinity' : ''}; ask for less, or label a node`,
  }
}

/** The versions of a machine type that nodes know are in labels, which an inventory that is kept by hand leaves out. */
function isMachineTypeUnknown(machineType: string, nodes: readonly ClusterNode[]): boolean {
  const isUsual = USUAL_MACHINE_TYPES.includes(machineType)
  const isLabelled = nodes.some(({ labels }) =>
    [...labels.keys()].some((label) => label.startsWith(MACHINE_TYPE_LABEL)),
  )
  return !isUsual && !isLabelled
}
