/**
 * Compiles schemas/crd/*.schema.json to plain functions: src/kubernetes/crd/validators.generated.js and its types.
 * The program must not compile a schema while it runs: it would be slow, and the native executable has no `eval`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import standalone from 'ajv/dist/standalone/index.js'

const schemaFolder = new URL('../schemas/crd/', import.meta.url)
const target = new URL('../src/kubernetes/crd/', import.meta.url)

const validators = {
  validateDataImportCron: 'data-import-cron.schema.json',
  validateHyperConvergedV1: 'hyperconverged-v1.schema.json',
  validateHyperConvergedV1beta1: 'hyperconverged-v1beta1.schema.json',
}

/** Kubernetes counts a string's characters as code points, and so does Ajv's own helper, which would need `require`. */
const codePointLength = '(text) => [...text].length'

function compileSchemas(): string {
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    inlineRefs: false,
    removeAdditional: true,
    allowUnionTypes: true,
    code: { source: true, esm: true },
  })
  for (const file of readdirSync(schemaFolder).sort()) {
    ajv.addSchema(JSON.parse(readFileSync(new URL(file, schemaFolder), 'utf8')))
  }
  return standalone.default(ajv, validators)
}

/** Leaves out what nobody reads: an error's place in the schema is a sixth of the code. */
function withoutSchemaPaths(code: string): string {
  return code.replaceAll(/schemaPath:"[^"]*",/g, '')
}

function inlineRuntime(code: string): string {
  const inlined = code.replaceAll('require("ajv/dist/runtime/ucs2length").default', codePointLength)
  const leftOver = /\brequire\(.{0,60}|new Function|\beval\(/.exec(inlined)?.[0]
  if (leftOver !== undefined) throw new Error(`the compiled schemas still need ${leftOver}`)
  return inlined
}

const types = `export interface SchemaError {
  keyword: string
  instancePath: string
  params: Record<string, unknown>
}

export interface SchemaValidator {
  (data: unknown): boolean
  errors?: SchemaError[] | null
}

${Object.keys(validators)
  .map((name) => `export declare const ${name}: SchemaValidator`)
  .join('\n')}
`

const note = '// Made by scripts/compile-schemas.ts from schemas/crd.\n'
writeFileSync(
  fileURLToPath(new URL('validators.generated.js', target)),
  note + withoutSchemaPaths(inlineRuntime(compileSchemas())),
)
writeFileSync(fileURLToPath(new URL('validators.generated.d.ts', target)), note + types)
