/**
 * Compiles JSON Schemas to plain functions, each with its types, beside the code that asks them:
 * - schemas/crd: what the API server would say of a custom resource, with every problem;
 * - those of the project's own objects, made from zod: whether an object is one. (zod itself says what is wrong.)
 * The program must not compile a schema while it runs: it would be slow, and the native executable has no `eval`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'
import { asGuards, withoutSchemaPaths, withoutSchemas, withSharedErrors } from './compact-validators.ts'

const SCHEMAS = 'schemas/crd'

const definitions = {
  DataImportCron: 'data-import-cron.schema.json',
  HyperConvergedV1: 'hyperconverged-v1.schema.json',
  HyperConvergedV1beta1: 'hyperconverged-v1beta1.schema.json',
}

const guards = [
  { schema: 'golden-images', target: 'src/config', name: 'isGoldenImages', source: 'goldenImagesSchema' },
  { schema: 'common-boot-images', target: 'src/cluster', name: 'isCommonBootImages', source: 'commonBootImagesSchema' },
]

/** Kubernetes counts a string's characters as code points, and so does Ajv's own helper, which would need `require`. */
const codePointLength = '(text) => [...text].length'

const NOTE = '// Made by scripts/compile-schemas.ts from schemas/.\n'

compileDefinitions()
for (const guard of guards) compileGuard(guard)

/** Twice: whether an object is as its definition says, and, for the few that are not, all that is wrong. Both prune it. */
function compileDefinitions(): void {
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    inlineRefs: false,
    removeAdditional: true,
    allowUnionTypes: true,
    // All patterns are ASCII, and V8 takes long for the others.
    unicodeRegExp: false,
    code: { source: true, esm: true },
  })
  for (const file of readdirSync(SCHEMAS).sort()) ajv.addSchema(JSON.parse(readFileSync(`${SCHEMAS}/${file}`, 'utf8')))

  const isName = (kind: string) => `is${kind}`
  const guardTypes = `type Guard = (data: unknown) => boolean\n${declare(isName, 'Guard')}\n`
  write('src/kubernetes/crd/guards', asGuards(generate(ajv, nameEach(isName))), guardTypes)

  const validateName = (kind: string) => `validate${kind}`
  const validatorTypes = `export interface SchemaError {
  keyword: string
  instancePath: string
  params: Record<string, unknown>
}

export interface SchemaValidator {
  (data: unknown): boolean
  errors?: SchemaError[] | null
}

${declare(validateName, 'SchemaValidator')}
`
  const validators = withSharedErrors(generate(ajv, nameEach(validateName)))
  write('src/kubernetes/crd/validators', validators, validatorTypes)
}

function nameEach(name: (kind: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(definitions).map(([kind, schema]) => [name(kind), schema]))
}

function declare(name: (kind: string) => string, type: string): string {
  return Object.keys(definitions)
    .map((kind) => `export declare const ${name(kind)}: ${type}`)
    .join('\n')
}

function compileGuard({ schema, target, name, source }: (typeof guards)[number]): void {
  const ajv = new Ajv2020({ allErrors: true, messages: false, code: { source: true, esm: true } })
  const json: { $id: string } = JSON.parse(readFileSync(`schemas/${schema}.schema.json`, 'utf8'))
  ajv.addSchema(json)
  const types = `import type * as z from 'zod'
import type { ${source} } from './${schema}-schema.ts'

export declare const ${name}: (data: unknown) => data is z.infer<typeof ${source}>
`
  write(`${target}/${schema}`, asGuards(generate(ajv, { [name]: json.$id })), types)
}

function write(target: string, code: string, types: string): void {
  writeFileSync(`${target}.generated.js`, NOTE + code)
  writeFileSync(`${target}.generated.d.ts`, NOTE + types)
}

function generate(ajv: Ajv | Ajv2020, names: Record<string, string>): string {
  return withoutSchemas(withoutSchemaPaths(inlineRuntime(standalone.default(ajv, names))))
}

function inlineRuntime(code: string): string {
  const inlined = code.replaceAll('require("ajv/dist/runtime/ucs2length").default', codePointLength)
  const leftOver = /\brequire\(.{0,60}|new Function|\beval\(/.exec(inlined)?.[0]
  if (leftOver !== undefined) throw new Error(`the compiled schemas still need ${leftOver}`)
  return inlined
}
