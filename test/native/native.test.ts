import { spawnSync } from 'node:child_process'
import { existsSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs'
import fc from 'fast-check'
import { globSync } from 'glob'
import { describe, expect, test } from 'vitest'
import { parseAllDocuments, stringify } from 'yaml'
import packageFile from '../../package.json' with { type: 'json' }
import { isJsonObject } from '../../src/json/json.ts'
import { run } from '../../src/run.ts'
import { readCases } from '../conformance-case.ts'
import { disturb, disturbances } from '../metamorphic/disturb.ts'
import { listText } from '../resource-list/arbitrary-list.ts'
import { mutatedText } from '../resource-list/mutate-text.ts'
import { CASES, caseNames } from '../rules/cases.ts'
import { EXECUTABLE, reason, startAsRun as start } from './executable.ts'

function resourceList(items: unknown[], functionConfig: unknown): unknown {
  return { apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList', items, functionConfig }
}

function configuration(spec: object): object {
  return { apiVersion: 'golden-images.dev/v1alpha1', kind: 'GoldenImages', spec }
}

describe.skipIf(reason !== '')(`the native function${reason}`, () => {
  test.for(['named', 'operators', 'releases'] as const)('answers what was recorded as Node does: %s', (file) => {
    for (const { id, input } of readCases(file)) {
      const { hyperConverged, nodes, commonTemplates: commonBootImages, hyperconvergedVersion } = input
      const spec = { commonBootImages, hyperconvergedVersion, emit: { dataSources: true } }
      const text = JSON.stringify(resourceList([hyperConverged, ...nodes], configuration(spec)))
      expect({ id, ...start(text) }).toEqual({ id, ...run(text) })
    }
  })

  test.for(['err', 'ok'] as const)('answers the cases of the rules as Node does: %s', (kind) => {
    for (const name of caseNames(kind)) {
      const documents = parseAllDocuments(readFileSync(`${CASES}/${kind}/${name}.yaml`, 'utf8'))
      const items: unknown[] = documents.map((document) => document.toJS())
      const text = stringify(resourceList(items, configuration({ failOn: 'never' })))
      expect({ name, ...start(text) }).toEqual({ name, ...run(text) })
    }
  })

  test.for(readdirSync('examples').filter((name) => !name.endsWith('.md')))(
    'answers an example as Node does: %s',
    (example) => {
      const files = globSync(`examples/${example}/**/*.yaml`, { ignore: '**/.expected/**' }).sort()
      const objects = files.flatMap((file) => {
        const documents = parseAllDocuments(readFileSync(file, 'utf8'))
        return documents.map((document): unknown => document.toJS()).filter(isJsonObject)
      })
      const config = objects.find(({ kind }) => kind === 'GoldenImages')
      const text = stringify(resourceList(objects, config))
      expect(start(text)).toEqual(run(text))
    },
  )

  test.for<[string, string]>([
    ['nothing', ''],
    ['no YAML', 'a: [b\n'],
    ['no ResourceList', 'apiVersion: v1\nkind: List\n'],
    ['items that are none', 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems: 5\n'],
    ['a configuration that can not be used', stringify(resourceList([], configuration({ mode: 'x' })))],
    ['depth', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['depth in YAML', `a: ${'['.repeat(100_000)}${']'.repeat(100_000)}\n`],
    ['aliases', `a: &a [1]\n${Array.from({ length: 30 }, (_, index) => `b${index}: &b${index} [*a, *a]\n`).join('')}`],
    ['nothing but control characters', '\u0000\u0001\n'],
  ])('refuses as Node does: %s', ([, text]) => {
    const outcome = start(text)
    expect(outcome).toEqual(run(text))
    expect(outcome).toMatchObject({ stdout: '' })
  })

  // The launcher looks over the text before the bundle does: what it finds must be what the bundle would have found.
  test.for([
    ['texts', listText.map(({ text }) => text)],
    ['broken texts', mutatedText(listText.map(({ text }) => text))],
    [
      'texts with comments and blank lines put in',
      fc.tuple(listText, disturbances).map(([{ text }, change]) => disturb(text, change)),
    ],
    [
      'alerts with comments and blank lines put in',
      disturbances.map((change) =>
        disturb(readFileSync('test/fixtures/metamorphic/comment-at-column-0.yaml', 'utf8'), change),
      ),
    ],
    ['texts with wide characters', listText.map(({ text }) => text.replace('items:', '# é 漢 😀 \u0085\nitems:'))],
    [
      'texts with comments of ours',
      listText.map(({ text }) => `${text}\n# golden-images: ignore[no-hyperconverged] so\n`),
    ],
  ] as const)('answers random %s as Node does', ([, texts]) => {
    fc.assert(
      fc.property(texts, (text) => {
        const whole = Buffer.from(text).toString()
        expect(start(whole)).toEqual(run(whole))
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 200) },
    )
  })

  test('passes a large list through', () => {
    const item = `- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: a}\n  data: {a: "${'x'.repeat(1000)}"}\n`
    const text = `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n${item.repeat(60_000)}`
    const { exitCode, stdout } = start(text)
    expect(exitCode).toBe(0)
    expect(stdout.startsWith(text)).toBe(true)
  })

  test('refuses what is no UTF-8', () => {
    expect(start(Buffer.from([0xff, 0xfe]))).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: 'golden-images: stdin must be UTF-8 text\n',
    })
  })

  test.skipIf(!existsSync('/dev/full'))('keeps its exit code, but 0, when nobody can read its words', () => {
    const lists = [
      [resourceList([], configuration({ mode: 'x' })), 2],
      [resourceList([], null), 3],
      ['no list', 3],
    ] as const
    for (const [list, expected] of lists) {
      const stdio = ['pipe', 'pipe', openSync('/dev/full', 'w')] as const
      expect(spawnSync(EXECUTABLE, { input: stringify(list), stdio: [...stdio] }).status).toBe(expected)
    }
  })

  test('an argument is no command to a runner', () => {
    expect(start('', ['##[group]x\n::error::']).stderr).toBe(
      'golden-images: unknown argument "#\\u{23}[group]x\\n::error::"; see --help\n',
    )
  })

  test('knows help and version, and no other argument', () => {
    expect(start('', ['--version'])).toMatchObject({ exitCode: 0, stdout: `${packageFile.version}\n` })
    expect(start('', ['--help'])).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Exit codes') })
    expect(start('', ['--licenses']).stdout).toMatch(/^yaml \d.*^zod \d.*^QuickJS$.*Permission is hereby granted/ms)
    expect(start('', ['--nonsense'])).toMatchObject({ exitCode: 2, stdout: '' })
    // Asked by the build, before there is one.
    expect(start('', ['--snapshot'])).toMatchObject({ exitCode: 2, stdout: '' })
  })

  test('names the C library that is in it', () => {
    const { stdout } = start('', ['--licenses'])
    // What glibc reads in the environment, and musl does not.
    const hasGlibc = process.platform === 'linux' && readFileSync(EXECUTABLE).includes('GLIBC_TUNABLES')
    expect(stdout.includes('The GNU C library\n')).toBe(hasGlibc)
    expect(stdout.includes('The C library musl\n')).toBe(process.platform === 'linux' && !hasGlibc)
  })

  test('is small', () => {
    expect(statSync(EXECUTABLE).size).toBeLessThanOrEqual(5_000_000)
  })
})
