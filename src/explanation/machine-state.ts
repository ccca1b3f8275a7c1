import type { MachinePrediction } from '../prediction/machines/machine-prediction.ts'
import { contradictedImage } from '../rules/support/contradicted-image.ts'
import { bootDataVolume } from '../rules/support/machines.ts'
import { admissionMessage } from './virtual-machines.ts'

/** What becomes of a virtual machine in the end. */
type MachineFate =
  | 'runs'
  /** A webhook refuses it, or every instance of it. */
  | 'refused'
  | 'without-image'
  | 'without-instancetype'
  /** Its image is for another architecture. */
  | 'does-not-boot'
  | 'without-node'

export interface MachineState {
  readonly fate: MachineFate
  /** Absent when it is refused before that is known. */
  readonly architecture?: string
  /** It is written in the virtual machine itself. */
  readonly isWritten?: true
  /** Namespace and name of the DataSource with the image that it boots from, at the end of all pointers. */
  readonly image?: string
  /** The architecture of that image; absent: nothing says so. */
  readonly variant?: string
  /** KubeVirt's words, when it is refused. */
  readonly message?: string
}

/** `hasNode` tells whether a virtual machine surely finds a node; where nodes are not known, it does. */
export function machineState(
  prediction: MachinePrediction,
  hasNode: (one: MachinePrediction) => boolean,
): MachineState {
  const { outcome } = prediction
  if (outcome.kind === 'not-mutated') return { fate: 'refused', message: admissionMessage(outcome) }
  const { architecture, from } = outcome.defaults.architecture
  const boot = bootDataVolume(outcome)
  const last = boot?.dataVolume.chain.at(-1)
  const variant = boot?.dataVolume.variant
  const known = {
    architecture,
    ...(from === 'spec' && { isWritten: true as const }),
    ...(last && { image: `${last.namespace}/${last.name}` }),
    ...(variant !== undefined && { variant }),
  }
  const message = admissionMessage(outcome)
  if (message !== '') return { fate: 'refused', ...known, message }
  if (outcome.kind === 'admitted' && outcome.start?.kind === 'failure') {
    const { failure } = outcome.start
    const isMatcher = failure === 'preference-missing' || failure === 'instancetype-missing'
    return { fate: isMatcher ? 'without-instancetype' : 'without-image', ...known }
  }
  // Its disk is asked for, and the volume that it would be made of is not there.
  if (boot?.dataVolume.dataSource?.reason === 'NotFound') return { fate: 'without-image', ...known }
  if (contradictedImage(outcome)) return { fate: 'does-not-boot', ...known }
  return { fate: hasNode(prediction) ? 'runs' : 'without-node', ...known }
}
