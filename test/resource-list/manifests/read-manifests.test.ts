import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { printPath } from '../../../src/findings/field-path.ts'
import { isJsonObject } from '../../../src/json/json.ts'
import { readManifests } from '../../../src/resource-list/manifests/read-manifests.ts'
import type { Wanted } from '../../../src/resource-list/manifests/wanted.ts'
import { listText } from '../arbitrary-list.ts'
import { kubernetesReading } from '../check-reading.ts'
import { HEAD, refused } from '../list-text.ts'
import { mutatedText } from '../mutate-text.ts'

function read(text: string) {
  const manifests = readManifests(text, 'dir/a.yaml')
  if (!manifests.ok) throw new Error(manifests.message)
  return manifests.items
}

const values = (text: string) => read(text).map((item) => item.value())

describe('manifests are found', () => {
  test.each([
    ['one document', 'kind: A\n', [{ kind: 'A' }]],
    [
      'several documents, without the empty ones',
      '---\n# c\n---\nkind: A\n---\n---\nkind: B\n...\n# d\n',
      [{ kind: 'A' }, { kind: 'B' }],
    ],
    ['JSON', '{"kind": "A", "n": 1}', [{ kind: 'A', n: 1 }]],
    [
      'JSON, one after the other',
      '{"kind": "A"}\n{"kind": "B"} {"kind": "C"}',
      [{ kind: 'A' }, { kind: 'B' }, { kind: 'C' }],
    ],
    ['JSON among YAML', '{"kind": "A"}\n---\nkind: B\n', [{ kind: 'A' }, { kind: 'B' }]],
    ['JSON with tabs', '{\n\t"kind":\t"A"\n}', [{ kind: 'A' }]],
    ['a List', 'apiVersion: v1\nkind: List\nitems:\n- kind: A\n- kind: B\n', [{ kind: 'A' }, { kind: 'B' }]],
    ['a List in JSON', '{"kind":"List","items":[{"kind":"A"},{"kind":"B"}]}', [{ kind: 'A' }, { kind: 'B' }]],
    ['an empty List', 'kind: List\n---\nkind: List\nitems: []\n---\nkind: List\nitems:\n', []],
    ['a List in a List', 'kind: List\nitems:\n- {kind: List, items: [{kind: A}]}\n', [{ kind: 'A' }]],
    ['a ResourceList', `${HEAD}items:\n- kind: A\nfunctionConfig: {kind: X}\n`, [{ kind: 'A' }]],
    [
      'a kind that only sounds like a list',
      'kind: AllowList\nspec: {items: []}\n',
      [{ kind: 'AllowList', spec: { items: [] } }],
    ],
    ['anchors within a document', 'a: &a {b: c}\nd: {<<: *a}\n', [{ a: { b: 'c' }, d: { b: 'c' } }]],
    ['nothing', '', []],
    ['comments alone', '# c\n', []],
    ['CRLF and a byte order mark', '\ufeffkind: A\r\n---\r\nkind: B\r\n', [{ kind: 'A' }, { kind: 'B' }]],
  ])('%s', (_, text, expected) => {
    expect(values(text)).toEqual(expected)
    expect(read(text).map(({ index }) => index)).toEqual(expected.map((__, index) => index))
  })

  test("a typed list's entries have its kind", () => {
    expect(values('apiVersion: v1\nkind: NodeList\nitems:\n- metadata: {name: a}\n- kind: Other\n')).toEqual([
      { apiVersion: 'v1', kind: 'Node', metadata: { name: 'a' } },
      { kind: 'Other' },
    ])
    expect(read('apiVersion: v1\nkind: NodeList\nitems: [{}]')[0]).toMatchObject({ apiVersion: 'v1', kind: 'Node' })
  })

  test.each([
    'kind: A\n---\n# c\nkind: B\nb:\n  - c\n',
    '--- {kind: A}\n---\nkind: B\nb: [c]\n',
    'kind: List\nitems:\n- kind: A\n-   kind: B\n    b:\n    - c\n',
    'kind: List\nitems:\n    -\n      kind: A\n    # c\n    - kind: B\n      b: [c] # d\n',
    '{"kind": "List", "items": [{"kind": "A"}, {"kind": "B", "b": ["c"]}]}',
    'kind: List\nitems: [{kind: A}, {kind: B,\n  b: [c]}]',
  ])('an item knows its own text: %j', (text) => {
    for (const item of read(text)) {
      expect(text.startsWith(item.text, item.offset)).toBe(true)
      expect([parse(item.text)].flat()).toEqual([item.value()])
    }
  })
})

describe('wanted objects inside of others', () => {
  const wanted: Wanted = {
    isWanted: (_, kind) => kind === 'A',
    isMentioned: (text) => /\bA\b/.test(text),
    kindIn: (text) => text.search(/kind: A/),
  }
  const find = (text: string) => {
    const manifests = readManifests(text, 'a.yaml', wanted)
    if (!manifests.ok) throw new Error(manifests.message)
    return manifests.items.filter(({ kind }) => kind === 'A')
  }

  test.each([
    ['at any depth', 'kind: P\na: {"b.c": [0, [{kind: A, spec: {n: 1}}]]}\n', ['a["b.c"][1][0]']],
    ['in block style', 'kind: P\na:\n  - - kind: A\n      spec:\n        n: 1\n', ['a[0][0]']],
    ['in JSON', '{"kind": "P", "a": {"b.c": [0, {"kind": "A", "spec": {"n": 1}}]}}', ['a["b.c"][1]']],
    ['in a list that is no object', '- a:\n    kind: A\n    spec: {n: 1}\n', ['[0].a']],
    ['in what a List holds', 'kind: List\nitems:\n- {kind: P, a: {kind: A, spec: {n: 1}}}\n', ['items[0].a']],
    ['in a ResourceList, which has no path', `${HEAD}items:\n- {kind: P, a: {kind: A, spec: {n: 1}}}\n`, ['a']],
    ['not inside of themselves', 'kind: A\nspec: {n: 1, a: {kind: A, spec: {n: 2}}}\n', ['']],
    ['not where one is only named', 'kind: P\na: {kind: A, name: b}\n', []],
    [
      'not in metadata, status and patches',
      'kind: P\nmetadata: &a {a: {kind: A, spec: {}}}\nstatus: *a\npatches: *a\n',
      [],
    ],
  ])('%s', (_, text, paths) => {
    const items = find(text)
    expect(items.map(({ within }) => printPath(within ?? []))).toEqual(paths)
    for (const item of items) {
      expect(text.startsWith(item.text, item.offset)).toBe(true)
      expect([parse(item.text)].flat(9)).toEqual([item.value()])
    }
  })
})

test.each([
  [
    'a: b: c',
    '"dir/a.yaml" must be valid YAML, but at line 1, column 4: Nested mappings are not allowed in compact mappings',
  ],
  ['kind: A\n---\nhello\n', '"dir/a.yaml", line 3, column 1: a manifest must be an object, but it is a string'],
  ['- kind: A\n', '"dir/a.yaml", line 1, column 1: a manifest must be an object, but it is a list'],
  ['[{"kind": "A"}]', '"dir/a.yaml", line 1, column 1: a manifest must be an object, but it is a list'],
  [
    'kind: List\nitems:\n- kind: A\n- 12\n',
    '"dir/a.yaml", line 4, column 3: a manifest must be an object, but it is a number',
  ],
  [
    'kind: A\nkind: B\n',
    '"dir/a.yaml" must be valid YAML, but at line 2, column 1: the key "kind" is there twice; one of them must go',
  ],
  [
    'kind: A\n---\nb: *a\n',
    '"dir/a.yaml" must be valid YAML, but at line 3, column 4: the alias "*a" must come after an anchor "&a"',
  ],
  [
    'kind: A\n---\nkind: List\nitems: {}\n',
    '"dir/a.yaml", line 3, column 1: `items` must be a list, but it is a mapping',
  ],
  [
    '{{ template }}',
    '"dir/a.yaml" must be valid YAML, but at line 1, column 2: a key must be a string, not a list or a mapping',
  ],
])('%j is refused', (text, message) => {
  expect(refused(readManifests(text, 'dir/a.yaml'))).toBe(message)
})

test('standard input has no path', () => {
  expect(refused(readManifests('a', ''))).toBe(
    'the input, line 1, column 1: a manifest must be an object, but it is a string',
  )
})

test('whatever the text, it is refused or read as the full parse reads it', () => {
  fc.assert(
    fc.property(mutatedText(listText.map(({ text }) => text)), (text) => {
      const manifests = readManifests(text, '')
      if (!manifests.ok) return
      const documents = parseAllDocuments(text, { merge: true, schema: 'core', logLevel: 'silent' })
      const expected = documents
        .map(kubernetesReading)
        .flatMap((value) => (isJsonObject(value) ? (value.items ?? []) : []))
      const isList = documents.some((document) => document.get('kind') === 'ResourceList')
      if (isList && documents.length === 1) {
        expect(JSON.stringify(manifests.items.map((item) => item.value()))).toBe(JSON.stringify(expected))
      }
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 300) },
  )
})
