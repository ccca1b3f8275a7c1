import { composeYaml, tokenizeYaml } from './compose-yaml.ts'
import type { ParsedYaml } from './yaml-problem.ts'

/** As parseYaml, of whatever style, with the full parser. */
export function parseAnyYaml(text: string): ParsedYaml {
  const stream = tokenizeYaml(text)
  if (!stream.ok) return stream
  const composed = composeYaml(text, stream.tokens)
  if (!composed.ok) return composed
  const [first, second] = composed.documents
  if (second !== undefined) {
    return { ok: false, problem: { message: 'there must be one document only', offset: second.document.range[0] } }
  }
  const value: unknown = first?.document.toJS() ?? null
  return { ok: true, value }
}
