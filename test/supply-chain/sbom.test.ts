/** The SBOM of a release: what is delivered, all of it and nothing else, under the project's own name. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import packageFile from '../../package.json' with { type: 'json' }
import { runProcess, succeeds } from '../examples/run-process.ts'
import { nameWith, ROOT } from '../examples/tools.ts'
import { outputOf, withClone } from './clone.ts'

const require = createRequire(import.meta.url)
const CARGO_MISSING = succeeds('cargo', '--version') ? undefined : 'no cargo on the PATH'

const bomSchema = z.looseObject({
  serialNumber: z.string(),
  metadata: z.looseObject({ component: z.looseObject({}) }),
  components: z.array(z.looseObject({ 'bom-ref': z.string(), name: z.string(), version: z.string() })),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
})

describe.skipIf(CARGO_MISSING !== undefined)(nameWith('the SBOM', CARGO_MISSING), () => {
  let text = ''
  beforeAll(() => {
    outputOf(ROOT, 'scripts/compile-schemas.ts')
    text = outputOf(ROOT, 'scripts/sbom.ts')
  })
  const bom = () => bomSchema.parse(JSON.parse(text))
  const versions = () => new Map(bom().components.map(({ name, version }) => [name, version]))

  test('is valid by the schema of CycloneDX', () => {
    const validate = validator()
    expect(validate(JSON.parse(text)) ? [] : validate.errors).toEqual([])
  })

  test('is about the project, whatever its folder is called, and the same each time', () => {
    expect(bom().metadata.component).toMatchObject({
      type: 'application',
      name: packageFile.name,
      version: packageFile.version,
      purl: `pkg:npm/${packageFile.name}@${packageFile.version}`,
    })
    withClone('another-name', (folder) => {
      outputOf(folder, 'scripts/compile-schemas.ts')
      expect(outputOf(folder, 'scripts/sbom.ts')).toBe(text)
    })
  })

  test('has what is bundled and linked, with versions', () => {
    const lock: { packages: { [path: string]: { version: string } } } = require('../../package-lock.json')
    for (const name of ['commander', 'glob', 'minimatch', 'yaml', 'zod']) {
      expect(versions().get(name)).toBe(lock.packages[`node_modules/${name}`]?.version)
    }
    for (const name of ['libc', 'rquickjs', 'rquickjs-core', 'rquickjs-sys', 'quickjs-ng']) {
      expect(versions().get(name)).toMatch(/^\d+\.\d+\.\d+/)
    }
    const { stdout } = runProcess('rustc', ['--version'])
    expect(stdout).toContain(versions().get('rust-std'))
  })

  test('has nothing that only builds or tests', () => {
    for (const name of [
      'cc',
      'bindgen',
      'syn',
      'quote',
      'proc-macro2',
      'rquickjs-macro',
      'toml_edit',
      'golden-images-fn',
    ])
      expect([...versions().keys()]).not.toContain(name)
    for (const name of Object.keys(packageFile.devDependencies).filter((name) => !BUNDLED.includes(name)))
      expect([...versions().keys()]).not.toContain(name)
  })

  test('has the C library of the executable that a target asks for', () => {
    const librariesFor = (...targets: string[]) => {
      const { components } = bomSchema.parse(JSON.parse(outputOf(ROOT, 'scripts/sbom.ts', ...targets)))
      return components.map(({ name }) => name).filter((name) => name === 'musl' || name === 'glibc')
    }
    // Rust's library for a target that is not installed says no version; this machine's own is always there.
    const host = /^host: (.*)$/m.exec(runProcess('cargo', ['--version', '--verbose']).stdout)?.[1] ?? ''
    expect(librariesFor(host)).toEqual(
      host.endsWith('-linux-gnu') ? ['glibc'] : host.includes('-linux-') ? ['musl'] : [],
    )
    expect(librariesFor('aarch64-apple-darwin')).toEqual([])
  })

  test('says what needs what, without a loose end', () => {
    const names = bom().components.map((component) => component['bom-ref'])
    expect(new Set(names).size).toBe(names.length)
    const reached = new Set([`pkg:npm/${packageFile.name}@${packageFile.version}`])
    for (const name of reached)
      for (const below of bom().dependencies.find(({ ref }) => ref === name)?.dependsOn ?? []) reached.add(below)
    expect([...reached].slice(1).sort()).toEqual([...names].sort())
  })
})

const BUNDLED = ['commander', 'glob', 'hpagent', 'ignore', 'minimatch', 'proxy-from-env', 'smol-toml', 'yaml', 'zod']

function validator() {
  const folder = join(dirname(require.resolve('@cyclonedx/cyclonedx-library/package.json')), 'res/schema')
  const ajv = new Ajv({ strict: false, allErrors: true })
  formats.default(ajv)
  // Internationalised forms, which nothing here has.
  for (const name of ['idn-email', 'iri-reference']) ajv.addFormat(name, true)
  for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs']) {
    const schema: object = require(join(folder, `${name}.SNAPSHOT.schema.json`))
    // By the name that the main schema has for it.
    ajv.addSchema(schema, `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`)
  }
  const schema: object = require(join(folder, 'bom-1.6.SNAPSHOT.schema.json'))
  return ajv.compile(schema)
}
