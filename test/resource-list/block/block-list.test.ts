import { describe, expect, test } from 'vitest'
import { InputError } from '../../../src/input-error.ts'
import { readBlockList } from '../../../src/resource-list/block/read-block-list.ts'
import { readResourceList } from '../../../src/resource-list/read-resource-list.ts'
import { accepted, always, HEAD } from '../list-text.ts'

const headers = (text: string) =>
  accepted(readBlockList(text, () => false)).items.map(({ apiVersion, kind }) => `${apiVersion}/${kind}`)
const values = (text: string) => accepted(readBlockList(text, () => false)).items.map((item) => item.value())
const isCertain = (text: string) => readBlockList(text, () => false) !== undefined

const NODE = { apiVersion: 'v1', kind: 'Node' }

describe('items are cut', () => {
  test.each([
    ['at the column of `items`', 'items:\n- apiVersion: v1\n  kind: Node\n- apiVersion: v1\n  kind: Node\n'],
    ['indented', 'items:\n    - apiVersion: v1\n      kind: Node\n    - apiVersion: v1\n      kind: Node\n'],
    ['with CRLF', 'items:\r\n- apiVersion: v1\r\n  kind: Node\r\n\r\n- apiVersion: v1\r\n  kind: Node'],
    ['with a dash alone', 'items:\n-\n  apiVersion: v1\n  kind: Node\n-   \n\n  # c\n  apiVersion: v1\n  kind: Node\n'],
    ['with wide dashes', 'items:\n-   apiVersion: v1\n    kind: Node\n-     kind: Node\n      apiVersion: v1\n'],
    [
      'with comments',
      'items: # c\n# a\n- # b\n  apiVersion: v1 # c\n  # d\n# e\n  kind: Node # f\n\n# g\n\n# h\n- apiVersion: v1\n  kind: Node\n# i\n',
    ],
    [
      'with quotes',
      'items:\n- "apiVersion": \'v1\'\n  \'kind\': "Node"\n- apiVersion: "v1" # "\n  kind: \'Node\'   \n',
    ],
    [
      'with members around them',
      'other:\n- a\nitems:\n- apiVersion: v1\n  kind: Node\n- apiVersion: v1\n  kind: Node\nresults:\n- a: |\n    items:\n',
    ],
    [
      'in a marked document',
      '# c\nitems:\n- apiVersion: v1\n  kind: Node\n- apiVersion: v1\n  kind: Node\n... # end\n# more\n',
    ],
  ])('%s', (_, text) => {
    expect(values(HEAD + text)).toEqual([NODE, NODE])
    expect(headers(HEAD + text)).toEqual(['v1/Node', 'v1/Node'])
  })

  test('after a byte order mark, comments and a document start', () => {
    expect(headers(`\ufeff# c\n\n--- # d\n${HEAD}items:\n- apiVersion: v1\n  kind: Node\n`)).toEqual(['v1/Node'])
  })

  test.each(['items:\n', 'items: []\n', 'items: null # none\n', 'items: ~', 'items: # none\n# none\n', ''])(
    'none: %j',
    (text) => {
      expect(values(HEAD + text)).toEqual([])
    },
  )

  test('though lines inside scalars look like something else', () => {
    const text = `items:
- apiVersion: v1
  kind: ConfigMap
  data:
    literal: |
      - kind: Node
      items:
    folded: >2-
        - kind: Node

    double: "open
      - kind: Node

      items: \\" # "
    single: 'open
      - kind: ''Node''
      results:'
    plain: open
      - kind Node
    flow: [ "-- {",
      kind: Node, # ]
      ']' ]
  last: |+
    - kind: Node

- apiVersion: v1
  kind: Node
`
    expect(headers(HEAD + text)).toEqual(['v1/ConfigMap', 'v1/Node'])
  })

  test('though a list in an item stands at the column of its key', () => {
    const text = 'items:\n- apiVersion: v1\n  finalizers:\n  - kind: Pod\n  - a\n  kind: Node\n'
    expect(headers(HEAD + text)).toEqual(['v1/Node'])
  })
})

describe('a header that is not plain to see', () => {
  test.each([
    ['"k\\u0069nd": Node'],
    ['? kind\n  : Node'],
    ['kind:\n    Node'],
    ['kind: !!str Node'],
    ['kind: &a Node'],
    ['kind: |-\n    Node'],
    ['kind : Node'],
    ['<<: {kind: Node}'],
    ['base: &b {kind: Node}\n  <<: *b'],
    ['data: {a: "open\n     }"}\n  kind: Node'],
  ])('%j is found by parsing', (text) => {
    expect(headers(`${HEAD}items:\n- apiVersion: v1\n  ${text}\n`)).toEqual(['v1/Node'])
  })

  test.each([
    ['kind: Two\n    Words', 'v1/Two Words'],
    ['kind: 12', 'v1/undefined'],
    ['kind: true', 'v1/undefined'],
    ['kind: ~', 'v1/undefined'],
    ['kind:', 'v1/undefined'],
    ['kind: null', 'v1/undefined'],
    ['kindness: Node', 'v1/undefined'],
    ['metadata: {kind: Node}', 'v1/undefined'],
    ['metadata:\n    kind: Node', 'v1/undefined'],
    ['kind: "Node" # c', 'v1/Node'],
    ["kind: 'It''s'", "v1/It's"],
    ['kind: yes', 'v1/undefined'],
    ['kind: "yes"', 'v1/yes'],
  ])('%j is read right', (text, expected) => {
    expect(headers(`${HEAD}items:\n- apiVersion: v1\n  ${text}\n`)).toEqual([expected])
  })

  test('a merged kind counts, and keys like `__proto__` are keys', () => {
    const text = `${HEAD}items:\n- base: &b {kind: Node, x: 1}\n  <<: *b\n  x: 2\n  __proto__: {polluted: true}\n`
    const [item] = values(text)
    expect(JSON.stringify(item)).toBe(
      '{"base":{"kind":"Node","x":1},"kind":"Node","x":2,"__proto__":{"polluted":true}}',
    )
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })
})

describe('what is not certain is left to the full parse', () => {
  test.each([
    ['a flow list', `${HEAD}items: [{kind: Node}]\n`],
    ['a flow document', '{apiVersion: config.kubernetes.io/v1, kind: ResourceList}\n'],
    ['an indented document', '  apiVersion: config.kubernetes.io/v1\n  kind: ResourceList\n'],
    ['a tab', `${HEAD}items:\n\t\n- kind: Node\n`],
    ['an alias to another item', `${HEAD}items:\n- a: &a b\n- c: *a\n`],
    ['an alias to the configuration', `functionConfig: &a {b: c}\n${HEAD}items:\n- c: *a\n`],
    ['a directive', `%YAML 1.2\n---\n${HEAD}`],
    ['two documents', `${HEAD}---\n${HEAD}`],
    ['an anchored list', `${HEAD}items: &a\n- kind: Node\n`],
    ['a tagged list', `${HEAD}items: !!seq\n- kind: Node\n`],
    ['a key twice', `${HEAD}items: []\nitems: []\n`],
    ['a complex key', `${HEAD}? items\n: - kind: Node\n`],
    ['a double quoted scalar that spans to the dashes', `${HEAD}items:\n- kind: Pod\n  a: "b\n- kind: Node\n  c: d"\n`],
    ['a single quoted one', `${HEAD}items:\n- kind: Pod\n  a: 'b\n- kind: Node\n  c: d'\n`],
    ['one with an escaped quote', `${HEAD}items:\n- kind: Pod\n  a: "b \\"\n- kind: Node\n  c: d"\n`],
    ['one that spans to the keys', `${HEAD}items:\n- a: "b\n  kind: Node"\n  kind: Pod\n`],
    ['a quoted scalar that ends in the document', `${HEAD}other: "a\nitems:\n- kind: Node\n"\n`],
    ['a flow list that ends at the dashes', `${HEAD}items:\n  - a: [\n  ]\n`],
    ['lines between the columns', `${HEAD}items:\n  - kind: Node\n a: b\n`],
    ['a bracket at the column of the keys', `${HEAD}items:\n- kind: Node\n  a: [\n  ]\n`],
  ])('%s', (name, text) => {
    if (name === 'a bracket at the column of the keys') expect(values(text)).toEqual([{ kind: 'Node', a: [] }])
    else expect(isCertain(text)).toBe(false)
  })
})

describe('only what is needed is parsed', () => {
  const broken = `${HEAD}items:\n- apiVersion: v1\n  kind: ConfigMap\n  data: {a: b\n- apiVersion: v1\n  kind: Node\n`

  test('a broken item that nobody needs passes', () => {
    const list = accepted(readResourceList(broken, (_, kind) => kind === 'Node'))
    expect(list.items.map(({ kind }) => kind)).toEqual(['ConfigMap', 'Node'])
    expect(() => list.items[0]?.value()).toThrow(InputError)
    expect(() => list.items[0]?.value()).toThrow(/^item 0 \(line 7, column 1\): /)
  })

  test('a broken item that is needed makes the read fail, with its place in the whole', () => {
    const read = readResourceList(broken, (_, kind) => kind === 'ConfigMap')
    expect(read).toEqual({ ok: false, message: expect.stringContaining('line 7, column 1') })
  })

  test('a value is parsed once', () => {
    const [item] = accepted(readResourceList(`${HEAD}items:\n- kind: Node\n`)).items
    expect(item?.value()).toBe(item?.value())
  })

  test('the reader asks with what the header says', () => {
    const asked: unknown[] = []
    readResourceList(`${HEAD}items:\n- kind: Node\n- apiVersion: v1\n`, (...header) => asked.push(header) > 9)
    expect(asked).toEqual([
      [undefined, 'Node'],
      ['v1', undefined],
    ])
  })
})

test('10,000 Deployments cost no more than a scan', () => {
  const item = `- apiVersion: apps/v1\n  kind: Deployment\n  metadata: {name: "a"}\n${'  # 60 bytes of something that nobody needs to look into\n'.repeat(20)}`
  const text = `${HEAD}items:\n${item.repeat(10_000)}`
  const start = performance.now()
  const list = accepted(readResourceList(text, (_, kind) => kind === 'Node'))
  const written = list.write({ dropped: new Set(list.items.slice(5, 6)), emitted: [{ kind: 'A' }], results: [] })
  // A full parse takes ten seconds; a cut some fifty milliseconds.
  expect(performance.now() - start).toBeLessThan(5000)
  expect(list.items).toHaveLength(10_000)
  expect(written).toHaveLength(text.length - item.length + '- kind: A\n'.length)
})

test('the functionConfig is a value', () => {
  const text = `functionConfig:\n  apiVersion: v1\n  kind: ConfigMap\n  data: {mode: validate}\n${HEAD}`
  expect(accepted(readResourceList(text, always)).functionConfig).toEqual({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    data: { mode: 'validate' },
  })
  expect(accepted(readResourceList(`${HEAD}functionConfig:\n`)).functionConfig).toBeUndefined()
})
