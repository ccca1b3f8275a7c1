import { bootDataVolume, type MutatedOutcome, nameOf } from './machines.ts'

export interface ContradictedImage {
  /** The architecture of the image. */
  readonly variant: string
  /** What people call it. */
  readonly name: string
}

/** The image that a virtual machine of its architecture does not boot; undefined when it does, or nobody knows. */
export function contradictedImage(outcome: MutatedOutcome): ContradictedImage | undefined {
  const boot = bootDataVolume(outcome)
  const variant = boot?.dataVolume.variant
  if (boot === undefined || variant === undefined) return undefined
  if (variant === outcome.defaults.architecture.architecture) return undefined
  const [first, ...others] = boot.dataVolume.chain
  const last = others.at(-1)
  const lead = last ? `, which leads to ${nameOf(last)}` : ''
  return { variant, name: first ? `the DataSource ${nameOf(first)}${lead}` : 'the image of a registry' }
}
