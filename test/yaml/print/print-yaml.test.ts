import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { findForbiddenCharacter } from '../../../src/yaml/full/find-forbidden-character.ts'
import { printItem, printYaml } from '../../../src/yaml/print/print-yaml.ts'

const AMBIGUOUS =
  `y Y n yes No on OFF true False NULL null ~ 012 0o7 0b1 0x1F 1e3 1_000 e0 E+12 .5 5. +1 -1 0 .inf -.INF .nan = << 1:30
190:20:30 2001-01-01 2001-12-14t21:59:43.10-05:00 - ? --- ... ! & * % @ \` | > [a {b # : a: #a -a !a &a *a ' " .a 1Ki 30Gi`.split(
    /\s/,
  )
const LAYOUT = [
  '',
  ' ',
  ' a',
  'a ',
  'a: b',
  'a #b',
  'a:',
  '- a',
  '? a',
  'a\nb',
  'a\nb\n',
  'a\n\nb\n\n',
  ' a\nb',
  'a \nb',
  '\na',
  'a\n',
]
const CONTROL = [
  '\u0000',
  '\u001b[31m',
  'a\rb',
  'a\r\nb\n',
  '\t',
  'a\tb',
  '\u007f',
  '\u0085',
  '\u009f',
  '\u2028',
  '\ufeffa',
  '\ufffe',
  'é\u00a0😀',
]

const JSON_NUMBERS = [0, -1, 1.5, 1e21, 1e-7, 30, Number.MAX_SAFE_INTEGER]

const string = fc.oneof(
  fc.constantFrom(...AMBIGUOUS, ...LAYOUT, ...CONTROL),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('\n', ' ', '#', ':', '-', 'a', '0', '1', '.', 'e', '_', "'", '"', '\t', '\\') }),
)
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    string,
    fc.constantFrom(null, true, false, ...JSON_NUMBERS),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(string, tie('value'), { maxKeys: 3 }),
  ),
}))

describe('printed values', () => {
  test.each([...AMBIGUOUS, ...LAYOUT, ...CONTROL])(
    '%j is the same string to every reader, as value and as key',
    (text) => {
      for (const blockScalars of [true, false]) {
        const printed = printYaml({ a: text, b: [text], [text]: 1 }, { indentLists: false, blockScalars })
        for (const version of ['1.1', '1.2'] as const) {
          const read = parse(printed, { version, logLevel: 'silent' })
          expect(read).toEqual({ a: text, b: [text], [text]: 1 })
        }
        expect(findForbiddenCharacter(printed)).toBeUndefined()
        expect(printed).not.toMatch(/[\u0085\u2028\u2029\ufeff]/)
      }
    },
  )

  test('anything round-trips under YAML 1.1 and 1.2', () => {
    fc.assert(
      fc.property(value, fc.boolean(), fc.boolean(), (data, indentLists, blockScalars) => {
        const printed = printYaml({ data }, { indentLists, blockScalars })
        for (const version of ['1.1', '1.2'] as const) {
          expect(JSON.stringify(parse(printed, { version, logLevel: 'silent' }))).toBe(JSON.stringify({ data }))
        }
        if (!blockScalars) for (const line of printed.trimEnd().split('\n')) expect(line).toMatch(/^ *\S/)
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 500) },
    )
  })

  test('an object that stands twice is printed twice', () => {
    const shared = { a: [1] }
    expect(printItem({ b: shared, c: shared })).toBe('b:\n  a:\n  - 1\nc:\n  a:\n  - 1\n')
  })

  test('keys keep their order, plain strings stay plain, long ones stay on a line', () => {
    const url = `docker://quay.io/containerdisks/fedora:41?${'x'.repeat(200)}`
    const item = {
      kind: 'DataImportCron',
      apiVersion: 'cdi.kubevirt.io/v1beta1',
      url,
      storage: '30Gi',
      schedule: '0 */12 * * *',
    }
    expect(printItem(item)).toBe(
      `kind: DataImportCron\napiVersion: cdi.kubevirt.io/v1beta1\nurl: ${url}\nstorage: 30Gi\nschedule: "0 */12 * * *"\n`,
    )
  })

  test('several lines are a block scalar where that is wanted and safe', () => {
    expect(printItem({ script: '#!/bin/sh\necho "a"\n' })).toBe('script: |\n  #!/bin/sh\n  echo "a"\n')
    expect(printItem({ script: 'a\nb' })).toBe('script: |-\n  a\n  b\n')
    expect(printItem({ script: ' a\nb' })).toBe('script: " a\\nb"\n')
    expect(printItem({ script: 'a\nb\n\n' })).toBe('script: "a\\nb\\n\\n"\n')
  })

  test('nothing inherited is printed, and `__proto__` is a key', () => {
    expect(printItem(JSON.parse('{"__proto__":{"a":1},"constructor":null}'))).toBe(
      '__proto__:\n  a: 1\nconstructor: null\n',
    )
  })
})
