import { parseAnyYaml } from './parse-any-yaml.ts'
import { readPlainYaml } from './read-plain-yaml.ts'
import type { ParsedYaml } from './yaml-problem.ts'

/** The value of a text that is one YAML document, with anchors, aliases and merge keys resolved. */
export function parseYaml(text: string): ParsedYaml {
  const plain = readPlainYaml(text)
  return plain === undefined ? parseAnyYaml(text) : { ok: true, value: plain }
}
