export interface YamlProblem {
  /** What is wrong, and mostly what to do, as a sentence without its full stop. */
  readonly message: string
  readonly offset: number
}
