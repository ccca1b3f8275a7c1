import * as z from 'zod'
import { type JsonObject, type JsonValue, member, valueAt } from '../json/json.ts'
import { closestWords, nearestWords } from '../words/nearest.ts'
import type { ConfigurationProblem } from './configuration-problem.ts'
import { goldenImagesSchema } from './golden-images-schema.ts'

type Issue = z.core.$ZodIssue

/** Where a configuration is none: each problem with its path and what is allowed there. */
export function describeConfiguration(config: JsonObject): ConfigurationProblem[] {
  const issues: readonly Issue[] = goldenImagesSchema.safeParse(config).error?.issues ?? []
  return [...issues, ...passedOver(goldenImagesSchema, config, [])].flatMap((issue): ConfigurationProblem[] => {
    const path = printPath(issue.path)
    if (issue.code === 'unrecognized_keys') {
      const known = knownKeys(goldenImagesSchema, issue.path)
      const unknown = path === 'spec.rules' ? unknownRule : unknownField
      return issue.keys.map((key) => ({ path: path === '' ? key : `${path}.${key}`, message: unknown(key, known) }))
    }
    const value = valueAtPath(config, issue.path)
    if (issue.code === 'invalid_value' && issue.path.at(-1) === 'rule' && typeof value === 'string') {
      return [{ path, message: `${JSON.stringify(value)} ${unknownRule(value, issue.values.map(String))}` }]
    }
    if (issue.code === 'invalid_value') {
      const allowed = issue.values.map((one) => JSON.stringify(one)).join(', ')
      return [{ path, message: `must be ${issue.values.length > 1 ? 'one of ' : ''}${allowed}${butIs(value)}` }]
    }
    if (issue.code === 'invalid_type') return [{ path, message: `must be ${article(issue.expected)}${butIs(value)}` }]
    if (issue.code === 'too_small') return [{ path, message: 'must not be empty' }]
    return [{ path, message: issue.message }]
  })
}

/** There are many rules, and nobody looks through them all. */
const NEAREST = 3

function unknownRule(id: string, known: readonly string[]): string {
  const nearest = closestWords(id, known, NEAREST).map((one) => `\`${one}\``)
  return `is no known rule; the nearest are ${nearest.join(', ')}`
}

function unknownField(name: string, known: readonly string[]): string {
  const [nearest] = nearestWords(name, known, 1)
  const meant = nearest === undefined ? '' : `; did you mean \`${nearest}\`?`
  return `is no known field${meant || ';'} known here: ${known.join(', ')}`
}

/** zod does not look at a member `__proto__` of a record: what it says of one of any other name. */
function passedOver(schema: z.core.$ZodType, value: JsonValue | undefined, path: readonly PropertyKey[]): Issue[] {
  if (schema instanceof z.ZodOptional) return passedOver(schema.unwrap(), value, path)
  if (schema instanceof z.ZodObject) {
    const shape: { [key: string]: z.core.$ZodType } = schema.shape
    return Object.entries(shape).flatMap(([key, child]) => passedOver(child, member(value, key), [...path, key]))
  }
  const passed = member(value, PASSED_OVER)
  if (!(schema instanceof z.ZodRecord) || passed === undefined) return []
  const issues: readonly Issue[] = z.safeParse(schema, { [STAND_IN]: passed }).error?.issues ?? []
  return issues.map((issue) => {
    const place = [...path, ...issue.path.map((part) => (part === STAND_IN ? PASSED_OVER : part))]
    return issue.code === 'unrecognized_keys'
      ? { ...issue, path: place, keys: [PASSED_OVER] }
      : { ...issue, path: place }
  })
}

const PASSED_OVER = '__proto__'
const STAND_IN = 'proto'

function butIs(value: JsonValue | undefined): string {
  if (value === undefined) return ', and is missing'
  if (typeof value === 'object') return `, and is ${Array.isArray(value) ? 'a list' : 'an object'}`
  return `, and is ${JSON.stringify(value)}`
}

function article(type: string): string {
  const name = type === 'array' ? 'list' : type
  return /^[aeiou]/.test(name) ? `an ${name}` : `a ${name}`
}

function printPath(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')
}

function valueAtPath(config: JsonValue, path: readonly PropertyKey[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>(
    (value, part) => (Array.isArray(value) && typeof part === 'number' ? value[part] : valueAt(value, String(part))),
    config,
  )
}

/** The keys that the schema knows at that path. */
function knownKeys(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  if (schema instanceof z.ZodOptional) return knownKeys(schema.unwrap(), path)
  const [part, ...rest] = path
  if (schema instanceof z.ZodRecord) return knownValues(schema.keyType)
  if (schema instanceof z.ZodArray && part !== undefined) return knownKeys(schema.element, rest)
  if (!(schema instanceof z.ZodObject)) return []
  const shape: { [key: string]: z.core.$ZodType } = schema.shape
  if (part === undefined) return Object.keys(shape)
  const child = shape[String(part)]
  return child ? knownKeys(child, rest) : []
}

function knownValues(schema: z.core.$ZodType): string[] {
  return schema instanceof z.ZodEnum ? schema.options.map(String) : []
}
