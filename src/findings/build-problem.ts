import type { FilePosition } from './position.ts'

/** What is not known of a kustomization's build; the cause is the rule that tells it. */
export interface BuildProblem {
  readonly cause: 'kustomization-not-built' | 'function-left-out'
  /** A sentence about the place. */
  readonly message: string
  readonly position?: FilePosition
}
