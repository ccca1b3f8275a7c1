/** Makes less of the code that Ajv writes: what a start loads is most of what a small run costs. */

/** An error's name, `instancePath`, where in the object it is if not at its top, keyword and parameters. */
const ADDED_ERROR =
  /const (err\d+) = \{(instancePath)(?::([^{}]*?))?,keyword:("\w+"),params:(\{.*?\})(?:,propertyName:\w+)?\};if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}errors\+\+;/g
const ERRORS_OF_PART =
  /\bvErrors = vErrors === null \? (validate\d+)\.errors : vErrors\.concat\(\1\.errors\);errors = vErrors\.length;/g
const ADD_ERROR = `
function addError(errors, instancePath, keyword, params) {
  const error = { instancePath, keyword, params }
  if (errors === null) return [error]
  errors.push(error)
  return errors
}
`
const SCHEMA = /const (schema\d+) = (\{.*?\});(?=const |function |export )/g
const PART_OF_SCHEMA = /\b(schema\d+)((?:\.\w+)+)/g

/** Without the schemas: the code asks them for an enumeration or for the names of properties, and needs nothing else. */
export function withoutSchemas(code: string): string {
  const schemas = new Map<string, unknown>(
    [...code.matchAll(SCHEMA)].map(([, name = '', json = '']) => [name, JSON.parse(json)]),
  )
  const parts = constants('part')
  const without = code.replaceAll(SCHEMA, '').replaceAll(PART_OF_SCHEMA, (_, name: string, path: string) => {
    const keys = path.slice(1).split('.')
    const part = keys.reduce(memberOf, schemas.get(name))
    return parts.nameOf(JSON.stringify(keys.at(-1) === 'properties' ? withoutValues(part) : part))
  })
  return withoutAny(/\bschema\d/, without) + parts.code()
}

/** Without places in the schema, which nobody reads. */
export function withoutSchemaPaths(code: string): string {
  return code.replaceAll(/schemaPath:"[^"]*",/g, '')
}

/** With one function that adds an error to the others, where Ajv writes that out at each place, parameters included. */
export function withSharedErrors(code: string): string {
  const parameters = constants('params')
  const shared = code.replaceAll(
    ADDED_ERROR,
    (_, _name, here: string, path: string | undefined, keyword: string, params: string) =>
      `vErrors = addError(vErrors,${path ?? here},${keyword},${parameters.nameOf(params)});errors++;`,
  )
  return withoutAny(/\bvErrors\.push\b/, shared) + parameters.code() + ADD_ERROR
}

/**
 * With `true` and `false` for an answer, at the first error, and without reasons and places. For code that was compiled to
 * find all errors, which is the shorter one, of schemas where an error in a part is one of the whole: no `anyOf`, no `not`.
 */
export function asGuards(code: string): string {
  const guards = code
    .replaceAll(ADDED_ERROR, 'return false;')
    .replaceAll(ERRORS_OF_PART, 'return false;')
    .replaceAll(/\bvalidate\d+\.errors = vErrors;return errors === 0;/g, 'return true;')
    .replaceAll(/\blet vErrors = null;/g, '')
    .replaceAll(/, \{instancePath="".*?\}=\{\}\)/g, ')')
    .replaceAll(/,\s*\{instancePath[^{}]*\}\)/g, ')')
  return withoutAny(/\b(?:vErrors|instancePath|errors = _errs)/, guards)
}

/** Names for values that are written once. */
function constants(prefix: string) {
  const names = new Map<string, string>()
  return {
    nameOf: (value: string): string => {
      const name = names.get(value) ?? `${prefix}${names.size}`
      names.set(value, name)
      return name
    },
    code: (): string => [...names].map(([value, name]) => `\nconst ${name} = ${value}`).join(''),
  }
}

function memberOf(value: unknown, key: string): unknown {
  const member: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  if (member === undefined) throw new Error(`the compiled schemas ask for \`${key}\`, which their schema does not have`)
  return member
}

function withoutValues(properties: unknown): Record<string, 0> {
  return Object.fromEntries(Object.keys(Object(properties)).map((name) => [name, 0]))
}

function withoutAny(unwanted: RegExp, code: string): string {
  const leftOver = unwanted.exec(code)?.[0]
  if (leftOver !== undefined) throw new Error(`Ajv writes code in another way than is known: ${leftOver} is left`)
  return code
}
