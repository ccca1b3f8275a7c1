import type { Surroundings } from '../../operators/kubevirt/surroundings.ts'
import type { MachineOutcome } from '../../operators/kubevirt/virtual-machine.ts'
import type { Item } from '../../resource-list/read-resource-list.ts'

/** A virtual machine of the input, and what becomes of it. */
export interface MachinePrediction {
  readonly item: Item
  /** Where it stands within the item: `''`, or as `objects[0].` of a Template. */
  readonly path: string
  /** How many there are of it: the replicas of a VirtualMachinePool. */
  readonly replicas: number
  /** It comes from a live cluster, which has it already. */
  readonly isStored: boolean
  readonly outcome: MachineOutcome
  /** What decided that, the same for all of a cluster. */
  readonly surroundings: Surroundings
}
