import { run } from '../../src/run.ts'
import { composeYaml } from '../../src/yaml/full/compose-yaml.ts'
import { tokenizeYaml } from '../../src/yaml/full/tokenize-yaml.ts'

/** What the documents of a text are. */
export function valuesOf(text: string): unknown[] {
  const stream = tokenizeYaml(text)
  const composed = stream.ok ? composeYaml(text, stream.tokens) : stream
  if (!composed.ok) throw new Error(composed.problem.message)
  return composed.documents.map(({ document }) => document.toJS())
}

/** What the function answers, as far as comments can not change it. */
export function answer(text: string) {
  const { exitCode, stdout, stderr } = run(text)
  return { exitCode, stderr, values: exitCode > 1 ? [] : valuesOf(stdout) }
}
