import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { composeYaml } from '../../../src/yaml/full/compose-yaml.ts'
import { tokenizeYaml } from '../../../src/yaml/full/tokenize-yaml.ts'
import { PlainYamlReader } from '../../../src/yaml/plain/read-plain-yaml.ts'

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
    'a: 1.0',
    'a: 0x1F',
    'a: 1e3',
    'a: 012',
    'a: 12345678901234567890',
    'a: .inf',
    'a: -1',
    'a: ~',
    'a: "x\\ny"',
    "a: 'it''s'",
    'a: b # c',
    'a: b: c',
    'a: b:',
    'a: &x b',
    'a: *x',
    'a: !!str b',
    'a: |\n  b',
    'a: b\n  c',
    'a: {b: c}',
    'a: [b]',
    'a: é',
    'a:\tb',
    'a: b\r\n',
    'a: 1\na: 2',
    '<<: {}',
    '__proto__: {}',
    'null: 1',
    'True: 1',
    '? a',
    '-',
    '---\na: b',
    'a: b\n---\nc: d',
    '%YAML 1.2',
    'a:\n  b: 1\n - c',
    '- a: 1\n   b: 2',
    '',
    '# only',
  ])('%j is left to the full parser', (text) => {
    expect(new PlainYamlReader().read(text)).toBeUndefined()
  })
})

const line = fc
  .tuple(
    fc.constantFrom('', ' ', '  ', '    ', '- ', '  - ', '-   ', '    - ', '      '),
    fc.constantFrom('', 'a:', 'b: ', 'c.d/e-f: ', '"q": ', "'s k': ", '- ', 'true: ', '# ', '? ', 'a b: '),
    fc.oneof(
      fc.constantFrom('', 'x', 'true', 'null', '1', '01', '1.5', '1e3', '0x1', '1a', '{}', '[]', '""', "''", '"a b"'),
      fc.constantFrom(
        'a b',
        'a: b',
        'a #b',
        'a#b',
        'a:b',
        '&a x',
        '*a',
        '|',
        '>',
        '"a',
        "it's",
        'x  ',
        '- y',
        '?',
        '~',
        '10.0.0.1',
        '\ttab',
      ),
      fc.string({ maxLength: 6 }),
    ),
  )
  .map((parts) => parts.join(''))

test('nothing is read otherwise than the full parser reads it', () => {
  let read = 0
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n', '\n\n'), (lines, end) => {
      const text = lines.join(end)
      const value = new PlainYamlReader().read(text)
      if (value === undefined) return
      read++
      expect({ text, value }).toEqual({ text, value: parseWhole(text) })
    }),
    { numRuns: 5_000 },
  )
  expect(read).toBeGreaterThan(100)
})
