/** What KubeVirt makes of a VirtualMachine, or of a VirtualMachineInstance of one's own, from its webhooks to a node. */
import type { Instancetype, Preference } from '../../cluster/instancetype.ts'
import type { InstanceSpec, VirtualMachine } from '../../cluster/virtual-machine.ts'
import { denyInstance, denyVirtualMachine } from './admission.ts'
import { type ArchitectureChoice, chooseArchitecture } from './architecture.ts'
import {
  type DataVolume,
  describeDataVolume,
  type RequestedSource,
  requestSources,
  type SourceFailure,
} from './data-volumes.ts'
import type { Denial } from './denial.ts'
import { inferMatcher } from './inference.ts'
import { type LauncherPlacement, placeLauncher } from './launcher.ts'
import { defaultMachineType } from './machine-type.ts'
import { type MatcherField, matchedKey, matcherNotFound, type ResolvedMatcher } from './matcher.ts'
import type { ChooseNodes, NodeChoice } from './nodes.ts'
import type { Surroundings } from './surroundings.ts'

/** What virt-api's mutating webhook leaves. */
interface Defaults {
  readonly architecture: ArchitectureChoice
  readonly machineType: string
  readonly preference: ResolvedMatcher | undefined
  readonly instancetype: ResolvedMatcher | undefined
  /** A preference or an instance type is inferred from an image that nobody here has seen. */
  readonly hasUnknownMatcher: boolean
  readonly dataVolumes: readonly DataVolume[]
}

type StartFailure = SourceFailure | 'preference-missing' | 'instancetype-missing'

/** Whether virt-controller makes an instance; `message` says in its words why it can't. */
export type Start =
  | { readonly kind: 'instance'; readonly runs: boolean }
  | { readonly kind: 'failure'; readonly failure: StartFailure; readonly message: string; readonly dataVolume?: number }

/** Where its launcher pod may run. */
export interface Launch {
  readonly placement: LauncherPlacement
  readonly nodes: NodeChoice
}

interface Outcome {
  readonly machine: VirtualMachine
}

/** Each step leaves what the ones before it found out. */
export type MachineOutcome =
  /** Refused before its architecture is known. */
  | (Outcome & { readonly kind: 'not-mutated'; readonly denials: readonly Denial[] })
  | (Outcome & { readonly kind: 'denied'; readonly denials: readonly Denial[]; readonly defaults: Defaults })
  | (Outcome & {
      readonly kind: 'admitted'
      readonly defaults: Defaults
      /** What virt-controller asks CDI for, as far as it gets; an instance of one's own asks for nothing. */
      readonly sources: readonly RequestedSource[]
      /** Undefined for an instance of one's own. */
      readonly start: Start | undefined
      /** Why the instance that virt-controller makes is denied, for ever. */
      readonly instanceDenials: readonly Denial[]
      /** Undefined when it never gets that far. */
      readonly launch: Launch | undefined
    })

/** Those with which virt-controller makes no instance by itself. */
const RESTING = ['Halted', 'Manual']

export function runMachine(
  machine: VirtualMachine,
  surroundings: Surroundings,
  chooseNodes: ChooseNodes,
): MachineOutcome {
  return machine.kind === 'VirtualMachine'
    ? runVirtualMachine(machine, surroundings, chooseNodes)
    : runInstance(machine, surroundings, chooseNodes)
}

function runVirtualMachine(
  machine: VirtualMachine,
  surroundings: Surroundings,
  chooseNodes: ChooseNodes,
): MachineOutcome {
  const { kubeVirt } = surroundings
  const instancetypeInference = inferMatcher('instancetype', machine, surroundings)
  if (instancetypeInference.kind === 'denied') return notMutated(machine, instancetypeInference.denial)
  const preferenceInference = inferMatcher('preference', machine, surroundings)
  if (preferenceInference.kind === 'denied') return notMutated(machine, preferenceInference.denial)
  const matchers = {
    instancetype: instancetypeInference.kind === 'matcher' ? instancetypeInference.matcher : undefined,
    preference: preferenceInference.kind === 'matcher' ? preferenceInference.matcher : undefined,
  }
  const found = findMatched(matchers, machine, surroundings)

  const architecture = chooseArchitecture(machine, found.preference, surroundings)
  const clearsMemory =
    instancetypeInference.kind === 'matcher' &&
    instancetypeInference.inferred &&
    machine.instancetype?.inferFromVolumeFailurePolicy === 'Ignore'
  const mutated: InstanceSpec = {
    ...machine.instance,
    architecture: architecture.architecture,
    machineType:
      machine.instance.machineType ||
      found.preference?.preferredMachineType ||
      defaultMachineType(architecture.architecture, kubeVirt.release),
    ...(clearsMemory && { guestMemory: undefined }),
  }
  const defaults: Defaults = {
    architecture,
    machineType: mutated.machineType,
    ...matchers,
    hasUnknownMatcher: [instancetypeInference, preferenceInference].some((one) => one.kind === 'none' && one.isUnknown),
    dataVolumes: machine.dataVolumeTemplates.map((template) => describeDataVolume(template, machine, surroundings)),
  }
  const denials = denyVirtualMachine(machine, mutated, found, kubeVirt)
  if (denials.length > 0) return { kind: 'denied', machine, denials, defaults }

  const missing = missingMatched(matchers, found, machine)
  const sources = missing ? [] : requestSources(machine, surroundings)
  const failed = sources.findIndex(({ ok }) => !ok)
  const failure = missing ?? sourceFailure(sources[failed], failed)
  if (failure) {
    return { kind: 'admitted', machine, defaults, sources, start: failure, instanceDenials: [], launch: undefined }
  }
  const instance = found.instancetype ? applyInstancetype(mutated, found.instancetype) : mutated
  const instanceDenials = denyInstance(instance, found.instancetype !== undefined, 'spec.template.spec', kubeVirt)
  const runs = machine.running ?? !RESTING.includes(machine.runStrategy ?? '')
  return {
    kind: 'admitted',
    machine,
    defaults,
    sources,
    start: { kind: 'instance', runs },
    instanceDenials,
    launch: instanceDenials.length === 0 ? launch(instance, surroundings, chooseNodes) : undefined,
  }
}

/** Nothing is asked of a preference or a DataSource. */
function runInstance(machine: VirtualMachine, surroundings: Surroundings, chooseNodes: ChooseNodes): MachineOutcome {
  const { kubeVirt } = surroundings
  const architecture: ArchitectureChoice =
    machine.instance.architecture === ''
      ? { from: 'default', architecture: kubeVirt.defaultArchitecture }
      : { from: 'spec', architecture: machine.instance.architecture }
  const instance: InstanceSpec = {
    ...machine.instance,
    architecture: architecture.architecture,
    machineType: machine.instance.machineType || defaultMachineType(architecture.architecture, kubeVirt.release),
  }
  const { machineType } = instance
  const defaults: Defaults = {
    architecture,
    machineType,
    preference: undefined,
    instancetype: undefined,
    hasUnknownMatcher: false,
    dataVolumes: [],
  }
  const denials = denyInstance(instance, false, 'spec', kubeVirt)
  if (denials.length > 0) return { kind: 'denied', machine, denials, defaults }
  return {
    kind: 'admitted',
    machine,
    defaults,
    sources: [],
    start: undefined,
    instanceDenials: [],
    launch: launch(instance, surroundings, chooseNodes),
  }
}

function notMutated(machine: VirtualMachine, denial: Denial): MachineOutcome {
  return { kind: 'not-mutated', machine, denials: [denial] }
}

type Matchers = { readonly [field in MatcherField]: ResolvedMatcher | undefined }

interface Matched {
  readonly preference: Preference | undefined
  readonly instancetype: Instancetype | undefined
}

function findMatched(matchers: Matchers, machine: VirtualMachine, surroundings: Surroundings): Matched {
  const { preference, instancetype } = matchers
  return {
    preference: preference && surroundings.preferences.get(matchedKey('preference', preference, machine)),
    instancetype: instancetype && surroundings.instancetypes.get(matchedKey('instancetype', instancetype, machine)),
  }
}

/** virt-controller looks for the instance type first. */
function missingMatched({ preference, instancetype }: Matchers, found: Matched, machine: VirtualMachine) {
  if (instancetype && !found.instancetype) {
    const message = `FailedFindInstancetype: ${matcherNotFound('instancetype', instancetype)}`
    return { kind: 'failure', failure: 'instancetype-missing', message } as const
  }
  if (preference && !found.preference && machine.kind === 'VirtualMachine') {
    const message = `FailedFindPreference: ${matcherNotFound('preference', preference)}`
    return { kind: 'failure', failure: 'preference-missing', message } as const
  }
  return undefined
}

function sourceFailure(source: RequestedSource | undefined, dataVolume: number): Start | undefined {
  if (!source || source.ok) return undefined
  const message = `FailedCreate: Error encountered while creating DataVolumes: ${source.message}`
  return { kind: 'failure', failure: source.failure, message, dataVolume }
}

function applyInstancetype(instance: InstanceSpec, { cpuModel, nodeSelector }: Instancetype): InstanceSpec {
  return { ...instance, cpuModel: cpuModel ?? instance.cpuModel, nodeSelector: nodeSelector ?? instance.nodeSelector }
}

function launch(instance: InstanceSpec, { kubeVirt }: Surroundings, chooseNodes: ChooseNodes): Launch {
  const placement = placeLauncher(instance, kubeVirt)
  return { placement, nodes: chooseNodes(placement, instance.tolerations) }
}
