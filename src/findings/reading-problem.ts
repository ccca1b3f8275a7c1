import type { FilePosition } from './position.ts'

/** What went wrong before there were items, or is not known of them; the cause is the rule that tells it. */
export interface ReadingProblem {
  readonly cause: 'kustomization-not-built' | 'function-left-out'
  readonly message: string
  readonly position?: FilePosition
}
