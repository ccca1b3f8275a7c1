export interface YamlProblem {
  /** What is wrong, and mostly what to do, as a sentence without its full stop. */
  readonly message: string
  readonly offset: number
}

export type ParsedYaml = { ok: true; value: unknown } | { ok: false; problem: YamlProblem }
