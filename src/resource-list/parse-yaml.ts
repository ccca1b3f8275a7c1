import type { Fields } from './fields.ts'
import { parseAnyYaml } from './parse-any-yaml.ts'
import { PlainYamlReader } from './read-plain-yaml.ts'
import type { ParsedYaml } from './yaml-problem.ts'

/**
 * The value of a text that is one YAML document, with anchors, aliases and merge keys resolved. With `fields` other
 * members may be missing. Texts of one input share a reader: it remembers lines.
 */
export function parseYaml(text: string, reader = new PlainYamlReader(), fields: Fields = true): ParsedYaml {
  const plain = reader.read(text, fields)
  return plain === undefined ? parseAnyYaml(text) : { ok: true, value: plain }
}
