import { ParseBudget } from '../parse-budget.ts'
import type { ParsedYaml } from '../yaml-problem.ts'
import { composeYaml } from './compose-yaml.ts'
import { kubernetesValue } from './kubernetes-scalars.ts'
import { tokenizeYaml } from './tokenize-yaml.ts'

/** As parseYaml, of whatever style, with the full parser. */
export function parseAnyYaml(text: string, budget = new ParseBudget()): ParsedYaml {
  const stream = tokenizeYaml(text, budget)
  if (!stream.ok) return stream
  const composed = composeYaml(text, stream.tokens, budget)
  if (!composed.ok) return composed
  const [first, second] = composed.documents
  if (second !== undefined) {
    return { ok: false, problem: { message: 'there must be one document only', offset: second.document.range[0] } }
  }
  const value = (first && kubernetesValue(first.document)) ?? null
  return { ok: true, value }
}
