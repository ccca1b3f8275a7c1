import type { JsonObject, JsonValue } from '../json/json.ts'
import { RULES } from '../rules/index.ts'
import type { ConfigurationProblem } from './configuration-problem.ts'

type Reader = (text: string) => JsonValue

const word: Reader = (text) => text
/** What is neither stays as it is, and the schema refuses it. */
const truth: Reader = (text) => (text === 'true' ? true : text === 'false' ? false : text)
const words: Reader = (text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** The fields that a ConfigMap can hold, by dotted name: those whose value is a scalar or a list of words. */
const READERS: ReadonlyMap<string, Reader> = new Map([
  ['mode', word],
  ['failOn', word],
  ['returnItems', word],
  ['hyperconvergedVersion', word],
  ['goldenImagesNamespace', word],
  ['architectures.workload', words],
  ['architectures.controlPlane', words],
  ['emit.dataSources', truth],
  ['emit.prune', truth],
  ['emit.localConfig', truth],
  ...RULES.map(({ id }) => [`rules.${id}`, word] as const),
])

/** Reads the `data` of a ConfigMap into a `spec` that is still to be checked. */
export function readConfigMap(data: JsonObject): { spec: JsonObject; problems: ConfigurationProblem[] } {
  const spec: JsonObject = {}
  const problems: ConfigurationProblem[] = []
  for (const [name, value] of Object.entries(data)) {
    const read = READERS.get(name)
    const path = `data.${name}`
    if (!read) problems.push({ path, message: `is no field that a ConfigMap can hold; known: ${knownFields()}` })
    else if (typeof value !== 'string') problems.push({ path, message: 'must be a string, as all data of a ConfigMap' })
    else setAt(spec, name.split('.'), read(value))
  }
  return { spec, problems }
}

function knownFields(): string {
  const fields = [...READERS.keys()].filter((name) => !name.startsWith('rules.'))
  return [...fields, 'rules.<rule id>'].join(', ')
}

function setAt(parent: JsonObject, [key = '', ...rest]: string[], value: JsonValue): void {
  if (rest.length === 0) {
    parent[key] = value
    return
  }
  const existing = parent[key]
  const child: JsonObject =
    typeof existing === 'object' && existing !== null && !Array.isArray(existing) ? existing : {}
  parent[key] = child
  setAt(child, rest, value)
}
