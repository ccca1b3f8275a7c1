import type { Document } from 'yaml'
import { run } from '../../src/run.ts'
import { composeYaml } from '../../src/yaml/full/compose-yaml.ts'
import { kubernetesValue } from '../../src/yaml/full/kubernetes-scalars.ts'
import { tokenizeYaml } from '../../src/yaml/full/tokenize-yaml.ts'

/** What the documents of a text are, to YAML 1.2 or to others. */
export function valuesOf(text: string, read = (document: Document): unknown => document.toJS()): unknown[] {
  const stream = tokenizeYaml(text)
  const composed = stream.ok ? composeYaml(text, stream.tokens) : stream
  if (!composed.ok) throw new Error(composed.problem.message)
  return composed.documents.map(({ document }) => read(document))
}

/**
 * What the function answers, as far as comments can not change it. A list that is printed anew says `false` where `no` stood
 * as a word, which is one to whoever applies it.
 */
export function answer(text: string) {
  const { exitCode, stdout, stderr } = run(text)
  return { exitCode, stderr, values: exitCode > 1 ? [] : valuesOf(stdout, kubernetesValue) }
}
