/** A reason why a configuration can't be used: the path in the object, what is wrong with it, and what is allowed. */
export interface ConfigurationProblem {
  readonly path: string
  readonly message: string
  /** The file that has it, and the place there, from 1, where something tells. */
  readonly file?: string
  readonly place?: { readonly line: number; readonly column: number }
}
