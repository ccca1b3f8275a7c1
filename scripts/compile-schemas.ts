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

const SCHEMAS = 'schemas/crd'

const definitions = {
  DataImportCron: 'data-import-cron.schema.json',
  HyperConvergedV1: 'hyperconverged-v1.schema.json',
  HyperConvergedV1beta1: 'hyperconverged-v1beta1.schema.json',
}

const guards = [
  { schema: 'golden-images', target: 'src/config', name: 'isGoldenImages', source: 'goldenImagesSchema' },
  { schema: 'common-boot-images', target: 'src/cluster', name: 'isCommonBootImages', source: 'commonBootImagesSchema' },
  { schema: 'images-lock', target: 'src/lock', name: 'isImagesLock', source: 'imagesLockSchema' },
]

/** Kubernetes counts a string's characters as code points, and so does Ajv's own helper, which would need `require`. */
const codePointLength = '(text) => [...text].length'

const NOTE = '// Made by scripts/compile-schemas.ts from schemas/.\n'

compileDefinitions()
for (const guard of guards) compileGuard(guard)

/** Each says whether an object is as its definition says, and all that is wrong; and prunes it. */
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
  const names = Object.entries(definitions).map(([kind, schema]) => [`validate${kind}`, schema] as const)
  const types = `export interface SchemaError {
  keyword: string
  instancePath: string
  params: Record<string, unknown>
}

export interface SchemaValidator {
  (data: unknown): boolean
  errors?: SchemaError[] | null
}

${names.map(([name]) => `export declare const ${name}: SchemaValidator`).join('\n')}
`
  write('src/kubernetes/crd/validators', generate(ajv, Object.fromEntries(names)), types)
}

function compileGuard({ schema, target, name, source }: (typeof guards)[number]): void {
  const ajv = new Ajv2020({ messages: false, code: { source: true, esm: true } })
  const json: { $id: string } = JSON.parse(readFileSync(`schemas/${schema}.schema.json`, 'utf8'))
  ajv.addSchema(json)
  const types = `import type * as z from 'zod'
import type { ${source} } from './${schema}-schema.ts'

export declare const ${name}: (data: unknown) => data is z.infer<typeof ${source}>
`
  write(`${target}/${schema}`, generate(ajv, { [name]: json.$id }), types)
}

function write(target: string, code: string, types: string): void {
  writeFileSync(`${target}.generated.js`, NOTE + code)
  writeFileSync(`${target}.generated.d.ts`, NOTE + types)
}

/** Ajv's code, with the one helper that it would `require` written out. */
function generate(ajv: Ajv | Ajv2020, names: Record<string, string>): string {
  const code = standalone.default(ajv, names)
  const inlined = code.replaceAll('require("ajv/dist/runtime/ucs2length").default', codePointLength)
  const leftOver = /\brequire\(.{0,60}|new Function|\beval\(/.exec(inlined)?.[0]
  if (leftOver !== undefined) throw new Error(`the compiled schemas still need ${leftOver}`)
  return inlined
}
