/** A reason why the configuration can't be used: the path in the object, what is wrong with it, and what is allowed. */
export interface ConfigurationProblem {
  readonly path: string
  readonly message: string
}
