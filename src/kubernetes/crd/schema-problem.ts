import type { JsonValue } from '../../json/json.ts'
import type { SchemaError } from './validators.generated.js'

const nouns: Record<string, string> = {
  object: 'an object',
  array: 'a list',
  string: 'a string',
  boolean: 'a boolean',
  integer: 'an integer',
  'integer,string': 'an integer or a string',
}

/** Says what a compiled schema has against a value, as the end of a sentence about it. */
export function schemaMessage(error: SchemaError, value: JsonValue | undefined): string {
  const { keyword, params } = error
  switch (keyword) {
    case 'required':
      return `must have \`${params.missingProperty}\``
    case 'type':
      return `must be ${nouns[String(params.type)] ?? String(params.type)}, not ${nameOf(value)}${params.type === 'string' ? howToQuote(value) : ''}`
    case 'enum':
      return `must be ${choices(params.allowedValues)}`
    case 'minLength':
      return 'must not be empty'
    case 'maxLength':
      return `must be at most ${params.limit} characters long`
    case 'maxItems':
      return `must have at most ${params.limit} entries`
    case 'minimum':
      return `must be at least ${params.limit}`
    case 'maximum':
      return `must be at most ${params.limit}`
    case 'exclusiveMaximum':
      return `must be less than ${params.limit}`
    case 'pattern':
      return params.pattern === 'kubevirt-hyperconverged'
        ? 'must be `kubevirt-hyperconverged`: there is one HyperConverged in a cluster'
        : 'must be a quantity, as `30Gi`'
    default:
      return `must satisfy the custom resource definition (${keyword})`
  }
}

/** What is no string without quotes; of booleans few know all spellings (sigs.k8s.io/yaml, goyaml.v2/resolve.go). */
function howToQuote(value: JsonValue | undefined): string {
  if (typeof value === 'number') return ': quote it'
  if (typeof value !== 'boolean') return ''
  return ': quote it (without quotes y, n, yes, no, on and off are booleans, too)'
}

function nameOf(value: JsonValue | undefined): string {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'number') return Number.isInteger(value) ? 'a number' : 'a fraction'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

function choices(allowed: unknown): string {
  return Array.isArray(allowed) ? allowed.map((choice) => `\`${choice}\``).join(' or ') : 'one of the known values'
}
