import { composeYaml, tokenizeYaml } from './compose-yaml.ts'
import { readPlainYaml } from './read-plain-yaml.ts'
import type { YamlProblem } from './yaml-problem.ts'

export type ParsedYaml = { ok: true; value: unknown } | { ok: false; problem: YamlProblem }

/** The value of a text that is one YAML document, with anchors, aliases and merge keys resolved. */
export function parseYaml(text: string): ParsedYaml {
  const plain = readPlainYaml(text)
  if (plain !== undefined) return { ok: true, value: plain }
  const stream = tokenizeYaml(text)
  if (!stream.ok) return stream
  const composed = composeYaml(stream.tokens)
  if (!composed.ok) return composed
  const [first, second] = composed.documents
  if (second !== undefined) {
    return { ok: false, problem: { message: 'there must be one document only', offset: second.document.range[0] } }
  }
  const value: unknown = first?.document.toJS() ?? null
  return { ok: true, value }
}
