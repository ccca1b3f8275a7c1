import type { ObjectName } from '../cluster/data-source.ts'
import type { JsonObject } from '../json/json.ts'
import type { ResolvedMatcher } from '../operators/kubevirt/matcher.ts'
import type { Launch, MachineOutcome, Start } from '../operators/kubevirt/virtual-machine.ts'
import type { MachinePrediction } from '../prediction/machines/machine-prediction.ts'

/** What becomes of a virtual machine, as test/fixtures/conformance/README.md has it. */
export interface RecordedMachine {
  readonly kind: string
  readonly namespace: string
  readonly name: string
  readonly operation: 'create' | 'update'
  readonly admitted: boolean
  readonly message?: string
  readonly architecture?: string
  readonly architectureFrom?: string
  readonly architectureDataSource?: ObjectName
  readonly machineType?: string
  readonly instancetype?: { readonly kind?: string; readonly name: string }
  readonly preference?: { readonly kind?: string; readonly name: string }
  readonly dataVolumes?: readonly {
    readonly name: string
    readonly dataSources?: readonly ObjectName[]
    readonly variant?: string
    readonly source?: JsonObject
  }[]
  readonly starts?: boolean
  readonly error?: string
  readonly vmi?: { readonly admitted: boolean; readonly message?: string; readonly architecture: string }
  readonly nodeSelector?: { readonly [key: string]: string }
  readonly affinity?: JsonObject
  readonly nodes: readonly string[]
  readonly schedulableNodes: readonly string[]
}

export function recordMachine({ outcome, isStored }: Pick<MachinePrediction, 'outcome' | 'isStored'>): RecordedMachine {
  const { kind, namespace, name } = outcome.machine
  const launch = outcome.kind === 'admitted' ? outcome.launch : undefined
  return {
    kind,
    namespace,
    name,
    operation: isStored ? 'update' : 'create',
    admitted: outcome.kind === 'admitted',
    ...(outcome.kind !== 'admitted' && { message: admissionMessage(outcome) }),
    ...(outcome.kind !== 'not-mutated' && recordDefaults(outcome)),
    ...(outcome.kind === 'admitted' && outcome.start && recordStart(outcome, outcome.start)),
    ...(launch && recordPlacement(launch)),
    nodes: launch?.nodes.matching ?? [],
    schedulableNodes: launch?.nodes.schedulable ?? [],
  }
}

/** KubeVirt's words when it refuses a virtual machine, or the instance of one that it takes; `''` when it does neither. */
export function admissionMessage(outcome: MachineOutcome): string {
  const denials = outcome.kind === 'admitted' ? outcome.instanceDenials : outcome.denials
  return denials.map(({ message }) => message).join(', ')
}

type Mutated = Exclude<MachineOutcome, { kind: 'not-mutated' }>

function recordDefaults(outcome: Mutated): Partial<RecordedMachine> {
  const { architecture, machineType, instancetype, preference, dataVolumes } = outcome.defaults
  const sources = outcome.kind === 'admitted' ? outcome.sources : []
  return {
    architecture: architecture.architecture,
    architectureFrom: architecture.from,
    ...(architecture.from === 'dataSource' && { architectureDataSource: objectName(architecture.dataSource) }),
    ...(instancetype && { instancetype: recordMatcher(instancetype) }),
    ...(preference && { preference: recordMatcher(preference) }),
    // Of an instance of one's own nobody is told.
    ...(outcome.machine.kind === 'VirtualMachine' && { machineType }),
    ...(dataVolumes.length > 0 && {
      dataVolumes: dataVolumes.map(({ name, chain, variant }, index) => {
        const source = sources[index]
        return {
          name,
          ...(chain.length > 0 && { dataSources: chain.map(objectName) }),
          ...(variant !== undefined && { variant }),
          ...(source?.ok && { source: source.source }),
        }
      }),
    }),
  }
}

function recordStart(outcome: Extract<MachineOutcome, { kind: 'admitted' }>, start: Start): Partial<RecordedMachine> {
  if (start.kind === 'failure') return { starts: false, error: start.message }
  const { instanceDenials, defaults } = outcome
  const message = admissionMessage(outcome)
  return {
    starts: start.runs,
    vmi: {
      admitted: instanceDenials.length === 0,
      ...(message !== '' && { message }),
      architecture: defaults.architecture.architecture,
    },
  }
}

function recordPlacement({ placement: { nodeSelector, affinity } }: Launch): Partial<RecordedMachine> {
  return { nodeSelector, ...(affinity && { affinity }) }
}

function recordMatcher({ kind, name }: ResolvedMatcher): { kind?: string; name: string } {
  return { ...(kind !== '' && { kind }), name }
}

function objectName({ namespace, name }: ObjectName): ObjectName {
  return { namespace, name }
}
