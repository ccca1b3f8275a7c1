/** Why KubeVirt's webhooks deny a virtual machine or the instance that is made of it. */
export type DenialCause =
  | 'matcher-invalid'
  | 'inference-fails'
  | 'instancetype-conflict'
  | 'requirements-not-met'
  | 'architecture-gated'
  | 'machine-type-unsupported'
  | 'affinity-invalid'
  | 'template-missing'
  | 'data-volume-template-unused'
  | 'run-strategy-invalid'
  | 'memory-missing'
  | 'architecture-unsupported'

export interface Denial {
  readonly cause: DenialCause
  /** In KubeVirt's words. */
  readonly message: string
  /** Where, in the manifest as it is written. */
  readonly path: string
}

export function denial(cause: DenialCause, path: string, message: string): Denial {
  return { cause, path, message }
}
