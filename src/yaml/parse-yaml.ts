import type { Fields } from './fields.ts'
import { parseAnyYaml } from './full/parse-any-yaml.ts'
import { type ParseBudget, TOO_MANY_KEYS } from './parse-budget.ts'
import { PlainYamlReader } from './plain/read-plain-yaml.ts'
import type { ParsedYaml } from './yaml-problem.ts'

/**
 * The value of a text that is one YAML document, with anchors, aliases and merge keys resolved. With `fields` other
 * members may be missing. Texts of one input share a reader, which remembers lines, and a budget.
 */
export function parseYaml(
  text: string,
  reader = new PlainYamlReader(),
  fields: Fields = true,
  budget?: ParseBudget,
): ParsedYaml {
  const plain = reader.read(text, fields)
  if (plain !== undefined) return { ok: true, value: plain }
  return budget?.hasTooManyKeys
    ? { ok: false, problem: { message: TOO_MANY_KEYS, offset: 0 } }
    : parseAnyYaml(text, budget)
}
