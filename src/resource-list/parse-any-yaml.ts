import { MOST_WORDS } from './bounds.ts'
import { composeYaml } from './compose-yaml.ts'
import { tokenizeWithin, type WordBudget } from './tokenize-yaml.ts'
import type { ParsedYaml } from './yaml-problem.ts'

/** As parseYaml, of whatever style, with the full parser. */
export function parseAnyYaml(text: string, budget: WordBudget = { left: MOST_WORDS }): ParsedYaml {
  const stream = tokenizeWithin(text, budget)
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
