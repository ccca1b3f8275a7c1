import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { hyperConverged } from '../../../bench/inputs/hyperconverged.ts'
import { slimNode } from '../../../bench/inputs/node.ts'
import { STYLES } from '../../../bench/inputs/styles.ts'
import { composeYaml } from '../../../src/yaml/full/compose-yaml.ts'
import { findForbiddenCharacter } from '../../../src/yaml/full/find-forbidden-character.ts'
import { tokenizeYaml } from '../../../src/yaml/full/tokenize-yaml.ts'
import { PlainYamlReader } from '../../../src/yaml/plain/read-plain-yaml.ts'
import { listText } from '../../resource-list/arbitrary-list.ts'
import { mutatedText } from '../../resource-list/mutate-text.ts'

/** What the full parser makes of a text; undefined when it refuses. */
function parseWhole(text: string): unknown {
  const stream = tokenizeYaml(text)
  const composed = stream.ok ? composeYaml(text, stream.tokens) : stream
  if (!composed.ok || composed.documents.length > 1) return undefined
  return composed.documents[0]?.document.toJS() ?? null
}

const NODE = `- apiVersion: v1
  kind: Node
  metadata:
    name: worker-0
    labels:
      kubernetes.io/arch: amd64
      node-role.kubernetes.io/worker: ""
    annotations: {}
  spec:
    podCIDRs:
    - 10.128.0.0/24
    taints: []
  status:
    capacity:
      cpu: "8"
      pods: 250
    conditions:
    - lastHeartbeatTime: "2026-01-01T00:00:00Z"
      message: kubelet is posting ready status
      status: "True"
      ready: true
    images:
    - names:
      - quay.io/a/b@sha256:0123456789abcdef
      sizeBytes: 123456789
    nodeInfo:
      architecture: amd64
      bootID: 9f3c1a52-0b7e-4d0a-8f11-1a2b3c4d5e6f
`

describe('what machines print', () => {
  test('is read without the full parser, and alike', () => {
    expect(new PlainYamlReader().read(NODE)).toBeDefined()
    expect(new PlainYamlReader().read(NODE)).toEqual(parseWhole(NODE))
    const dedented = NODE.replaceAll(/^(- | {2})/gm, '')
    expect(new PlainYamlReader().read(dedented)).toEqual(parseWhole(dedented))
  })

  test.for(readdirSync('test/fixtures/rules/ok'))('%s is read alike, or left to the full parser', (file) => {
    for (const text of readFileSync(`test/fixtures/rules/ok/${file}`, 'utf8').split('---\n')) {
      const value = new PlainYamlReader().read(text)
      if (value !== undefined) expect(value).toEqual(parseWhole(text))
    }
  })

  test.for([
    'a: .inf',
    'a: b: c',
    'a: b:',
    'a: *x',
    'a: &x &y b',
    'a: &x *x',
    'a: !!str b',
    'a: {b: c: d}',
    'a: [b: c]',
    'a: [b',
    'a: [b]]',
    'a: {b: 1, b: 2}',
    'a: {b: c}\nb: }',
    'a:\n  {b:\n1}',
    'a:\tb',
    'a: \tb',
    'a: "x\\q"',
    'a: "b\\\n  c"',
    'a: "b\nc"',
    'a: |\n    b\n   c\n  d\n e',
    'a: |\n   \n  b',
    'a: |x\n  b',
    'a: 1\na: 2',
    '<<: {}',
    'a: {<<: {}}',
    '__proto__: {}',
    'a: {__proto__: 1}',
    'null: 1',
    'True: 1',
    'a: {1: b}',
    '? a',
    'b',
    '{a: b}',
    '---\na: b',
    'a: b\n---\nc: d',
    '%YAML 1.2',
    'a:\n  b: 1\n - c',
    '- a: 1\n   b: 2',
    '',
    '# only',
    'a: yes',
    '{a: off}',
    'a: 012',
    'a: 0b11',
    'a: 1_000',
  ])('%j is left to the full parser', (text) => {
    expect(new PlainYamlReader().read(text)).toBeUndefined()
  })
})

describe('what people write', () => {
  test.for([
    'a: 1.0',
    'a: 0x1F',
    'a: 1e3',
    'a: 12345678901234567890',
    'a: -1',
    'a: ~',
    'a: "x\\ny \\u00e9 \\"z\\""',
    "a: 'it''s'",
    'a: b # c',
    'a: # c\n  b: 1 # d\n# e\n  c: 2',
    'a: é',
    'a: b\r\nc:\r\n- d\r\n',
    'a: b\n  c\n\n  d',
    'a:\n  b c\n  d',
    'a: "b\n  c\n\n  d"',
    "a: 'b\n  c'",
    'a: |\n  b\n   c\n\n  d\n\n',
    'a: |-\n  b\n# c\nd: e',
    'a: |+\n  b\n\nc: d',
    'a: >\n  b\n  c\n\n  d\n    e\n  f\n',
    'a: >2-\n    b\n   c\n  d\n',
    '- |\n  a\n- >-\n  b\n  c',
    'a: {b: c, "d": [1, \'e\'], f: , g}',
    'a: {"b":1,"c":[true,null]}',
    'a: {\n  b: c, # d\n  e: [\n    f,\n  ],\n  }',
    'a: {u: docker://quay.io/a/b:c, v: http://x/#y}',
    'a: &x b\nc: *x',
    'a: &x\n  b: [1]\nc: [*x, &y {d: e}, *y]',
    '-\n  a: b\n-\n- - c',
    'a: {}\nb: []  # c',
  ])('%j is read without the full parser, and alike', (text) => {
    const value = new PlainYamlReader().read(text)
    expect(value).toBeDefined()
    expect(value).toEqual(parseWhole(text))
  })

  test.for(STYLES)('$name is read without the full parser, and alike', ({ item }) => {
    for (const plain of [slimNode(1), hyperConverged(2)]) {
      const text = item(plain)
      const value = new PlainYamlReader().read(text)
      expect(value).toBeDefined()
      expect(value).toEqual(parseWhole(text))
    }
  })

  test('an alias stands for no more than a thousand values', () => {
    const text = `a: &x [${'1, '.repeat(600)}]\nb: *x\nc: *x\n`
    expect(new PlainYamlReader().read(text)).toBeUndefined()
  })
})

const INDENTATIONS = ['', '', ' ', '  ', '    ', '      ', '- ', '  - ', '-   ', '    - ', '-']
const KEYS = [
  '',
  'a:',
  'b: ',
  'c.d/e-f: ',
  '"q": ',
  "'s k': ",
  '- ',
  'true: ',
  '# ',
  '? ',
  'a b: ',
  'x: &a ',
  '&b ',
  'y: *a',
]
const SCALARS = [
  ...[
    '',
    'x',
    'true',
    'null',
    'NULL',
    '~',
    '1',
    '01',
    '1.5',
    '1e3',
    '0x1',
    '0o7',
    '.inf',
    '-1',
    '+1',
    '.5',
    '1a',
    '10.0.0.1',
  ],
  ...[
    'a b',
    'a: b',
    'a #b',
    'a # c',
    'a#b',
    'a:b',
    'x  ',
    '- y',
    '-',
    '--',
    '---',
    '...',
    '?',
    ': x',
    ', x',
    '! x',
    '%a',
    '@b',
  ],
  ...[
    '""',
    "''",
    '"a b"',
    '"a',
    'b"',
    "'a",
    "b'",
    "it's",
    "''''",
    "'a''b'",
    '"x\\n\\u0041"',
    '"x\\',
    '"\\x41\\/"',
    '"\\q"',
  ],
  ...[
    '|',
    '>',
    '|-',
    '>-',
    '|+',
    '>+',
    '|2',
    '>1-',
    '|2+ # c',
    '>- # c',
    'é',
    '€ x',
    '😀',
    '\u00a0x',
    '\u2028',
    '\u0085',
  ],
  ...[
    '\ttab',
    'a\tb',
    '"a\tb"',
    'a \t# c',
    '# c',
    ' # c',
    'docker://a/b:c',
    '!!str x',
    '&a x',
    '&a',
    '*a',
    '*b',
    '<<: *a',
  ],
]
const FLOWS = [
  ...['{}', '[]', '{a: b}', '[a, b]', '[a,', 'b]', '{x: y,', 'c: d}', '}', ']', '{a: b} # c', '[[], {}]', '{a: [b, ]}'],
  ...[
    '{"a":1,"b":[true]}',
    '{a, b: }',
    '{a:b}',
    '{a: b: c}',
    '[a: b]',
    '{? a}',
    '{null: 1}',
    '{1: a}',
    '{a: "x',
    '[a, , b]',
  ],
  ...[
    '[&a x, *a]',
    '{a: &b {c: 1}, d: *b}',
    '{u: docker://a/b:c}',
    '{u: http://x, }',
    '[- a]',
    '[-1, -a]',
    '{a: b #c}',
  ],
]

const line = fc
  .tuple(
    fc.constantFrom(...INDENTATIONS),
    fc.constantFrom(...KEYS),
    fc.oneof(
      fc.constantFrom(...SCALARS, ...FLOWS),
      fc.string({ maxLength: 6 }),
      fc.string({ maxLength: 5, unit: 'binary' }),
    ),
  )
  .map((parts) => parts.join(''))
const lines = fc
  .tuple(
    fc.array(line, { maxLength: 8 }),
    fc.constantFrom('\n', '\n', '\r\n', '\n\n'),
    fc.constantFrom('', '\n', '\n\n', ' '),
  )
  .map(([all, end, tail]) => all.join(end) + tail)
const items = listText.map(({ text }) => text.slice(text.indexOf('items:')))

const printed = fc
  .record({
    value: fc.dictionary(fc.string(), fc.jsonValue()),
    collectionStyle: fc.constantFrom('any' as const, 'flow' as const),
    lineWidth: fc.constantFrom(0, 20, 60),
    indent: fc.constantFrom(2, 4, 8),
    blockQuote: fc.constantFrom('literal' as const, 'folded' as const, false),
    defaultStringType: fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE' as const, 'QUOTE_SINGLE' as const),
  })
  .map(({ value, ...options }) => `a: 1\nvalue:\n  ${stringify(value, options).trimEnd().replaceAll('\n', '\n  ')}\n`)

test.for([
  ['lines', lines, 20_000, 1_000],
  ['values in any style', printed, 1_000, 300],
  ['items', items, 500, 30],
  ['broken items', mutatedText(items), 1_000, 10],
] as const)('of %s, nothing is read otherwise than the full parser reads it', ([, texts, numRuns, least]) => {
  let read = 0
  fc.assert(
    fc.property(texts, (text) => {
      const value = findForbiddenCharacter(text) === undefined ? new PlainYamlReader().read(text) : undefined
      if (value === undefined) return
      read++
      expect({ text, value: JSON.stringify(value) }).toEqual({ text, value: JSON.stringify(parseWhole(text)) })
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? numRuns) },
  )
  expect(read).toBeGreaterThan(least)
})
