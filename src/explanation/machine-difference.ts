import type { MachinePrediction } from '../prediction/machines/machine-prediction.ts'
import type { ClusterPrediction } from '../prediction/predict-cluster.ts'
import { doubtfulNodes } from '../rules/support/machine-nodes.ts'
import { type MachineState, machineState } from './machine-state.ts'

/** A virtual machine of both sides that is made anew, and what becomes of it there. */
export interface ChangedMachine {
  readonly kind: string
  readonly namespace: string
  readonly name: string
  readonly before: MachineState
  readonly after: MachineState
  /**
   * The architecture that one which is there already keeps: an apply does not touch a field that the manifest leaves
   * out. Absent where it would be the same, or is written.
   */
  readonly keepsArchitecture?: string
}

export interface MachineDifference {
  /** They ran, and would not any more. */
  readonly broken: readonly ChangedMachine[]
  /** They would run now. */
  readonly mended: readonly ChangedMachine[]
  /** They run on both sides, with another architecture or image. */
  readonly moved: readonly ChangedMachine[]
  /** They run on neither side, for another reason. */
  readonly otherwiseBroken: readonly ChangedMachine[]
}

/** Undefined when no virtual machine is on both sides. */
export function compareMachines(
  before: ClusterPrediction | undefined,
  after: ClusterPrediction | undefined,
): MachineDifference | undefined {
  if (!before || !after || before.machines.length === 0 || after.machines.length === 0) return undefined
  const old = statesOf(before)
  const changed = [...statesOf(after)].flatMap(([key, { prediction, state }]) => {
    const was = old.get(key)
    return was && !isSame(was.state, state) ? [change(prediction, was.state, state)] : []
  })
  const ran = ({ before: { fate } }: ChangedMachine) => fate === 'runs'
  const runs = ({ after: { fate } }: ChangedMachine) => fate === 'runs'
  return {
    broken: changed.filter((one) => ran(one) && !runs(one)),
    mended: changed.filter((one) => !ran(one) && runs(one)),
    moved: changed.filter((one) => ran(one) && runs(one)),
    otherwiseBroken: changed.filter((one) => !ran(one) && !runs(one)),
  }
}

function statesOf(cluster: ClusterPrediction) {
  const hasNode = nodeFinder(cluster)
  return new Map(
    cluster.machines.map((prediction) => {
      const { kind, namespace, name } = prediction.outcome.machine
      return [`${kind} ${namespace}/${name}`, { prediction, state: machineState(prediction, hasNode) }] as const
    }),
  )
}

/** Where nothing is known of the nodes nobody can say that one is missing. */
export function nodeFinder(cluster: ClusterPrediction): (prediction: MachinePrediction) => boolean {
  const doubtful = doubtfulNodes(cluster)
  if (cluster.inventory.source === 'unknown') return () => true
  return ({ outcome }) => {
    const names = outcome.kind === 'admitted' ? (outcome.launch?.nodes.schedulable ?? []) : []
    return names.some((name) => !doubtful.has(name))
  }
}

function isSame(one: MachineState, other: MachineState): boolean {
  if (one.fate !== other.fate) return false
  if (one.fate === 'refused') return one.message === other.message
  return (
    one.architecture === other.architecture &&
    one.variant === other.variant &&
    baseName(one.image) === baseName(other.image)
  )
}

/** The image of one architecture, under the name with the architecture or without. */
function baseName(image: string | undefined): string | undefined {
  return image?.replace(/-(amd64|arm64|s390x)$/, '')
}

function change({ outcome }: MachinePrediction, before: MachineState, after: MachineState): ChangedMachine {
  const { kind, namespace, name } = outcome.machine
  const getsDisk = !['refused', 'without-image', 'without-instancetype'].includes(after.fate)
  const isKept =
    getsDisk && !after.isWritten && before.architecture !== undefined && before.architecture !== after.architecture
  return {
    kind,
    namespace,
    name,
    before,
    after,
    ...(isKept && { keepsArchitecture: before.architecture }),
  }
}
