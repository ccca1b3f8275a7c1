import { expect, test } from 'vitest'
import { readResourceList } from '../../src/resource-list/read-resource-list.ts'
import { always, HEAD, refused } from './list-text.ts'

const EMPTY = 'the input is empty; it must be a ResourceList, an object with `kind: ResourceList`'
const VALID = 'the input must be valid YAML, but at'
const RENDER = 'to read plain manifests, use `golden-images render FILE`'
const LIST = 'the input must be a ResourceList, an object with `kind: ResourceList`, but it is'
const VERSIONS = '"config.kubernetes.io/v1", "config.kubernetes.io/v1beta1" or "config.kubernetes.io/v1alpha1"'
const ALIASES = 'the aliases must not stand for more than 20000 values, 1000000 characters or 256 levels'
const KEYS = 'there must not be more than 4000 different keys in all that is read'
const LABELS = Array.from({ length: 4001 }, (_, index) => `l${index}`)
const WORDS =
  'there must not be more than 30000 words and signs, and one more for each four characters; divide it, or write it as JSON or in plain block style'
const DEEP = 'lists and mappings must not nest deeper than 256 levels'

const bomb = [...'bcdefghij'].reduce(
  (lines, name, index) => `${lines}  ${name}: &${name} [${`*${'abcdefghi'[index]},`.repeat(9)}]\n`,
  '- kind: Node\n  a: &a [x,x,x,x,x,x,x,x,x]\n',
)
const blocks = Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth + 2)}a:\n`).join('')

test.each([
  ['', EMPTY],
  [' \n\t\r\n', EMPTY],
  ['\ufeff# nothing\n---\n', EMPTY],
  ['a: b: c\n', `${VALID} line 1, column 4: Nested mappings are not allowed in compact mappings`],
  ['hello', `${LIST} a string`],
  ['- a', `${LIST} a list`],
  ['12', `${LIST} a number`],
  ['a: b', 'the input must have `kind: ResourceList`, but it has no `kind`'],
  [
    'apiVersion: v1\nkind: Node\n',
    `the input's \`kind\` is "Node" (line 2, column 1), but the function reads a ResourceList and it must be "ResourceList"; ${RENDER}`,
  ],
  ['kind: ResourceList', `the input's \`apiVersion\` must be ${VERSIONS}, but it is missing`],
  [
    'kind: ResourceList\napiVersion: v1',
    `the input's \`apiVersion\` must be ${VERSIONS}, but it is "v1" (line 2, column 1)`,
  ],
  [`${HEAD}items: {}`, '`items` must be a list, but it is a mapping (line 3, column 1)'],
  [`${HEAD}items: a`, '`items` must be a list, but it is a string (line 3, column 1)'],
  [`${HEAD}items:\n- kind: Node\n- a\n`, '`items[1]` must be an object, but it is a string (line 5, column 1)'],
  [`${HEAD}items:\n-\n`, '`items[0]` must be an object, but it is null (line 4, column 1)'],
  [`${HEAD}items:\n- |\n  a\n`, '`items[0]` must be an object, but it is a string (line 4, column 1)'],
  [`${HEAD}items: [{}, [a]]\n`, '`items[1]` must be an object, but it is a list (line 3, column 13)'],
  [`${HEAD}functionConfig: []`, '`functionConfig` must be an object, but it is a list (line 3, column 1)'],
  [`${HEAD}kind: ResourceList`, `${VALID} line 3, column 1: the key "kind" is there twice; one of them must go`],
  [
    `${HEAD}items:\n- kind: A\n  kind: B`,
    `${VALID} line 5, column 3: the key "kind" is there twice; one of them must go`,
  ],
  [`${HEAD}items:\n- a: {b: 1, "b": 2}`, `${VALID} line 4, column 13: the key "b" is there twice; one of them must go`],
  [`${HEAD}items:\n- ? [a]\n  : b`, `${VALID} line 4, column 5: a key must be a string, not a list or a mapping`],
  [`${HEAD}items:\n- <<: a`, `${VALID} line 4, column 3: the value of \`<<\` must be a mapping or a list of mappings`],
  [`${HEAD}items:\n- a: *b`, `${VALID} line 4, column 6: the alias "*b" must come after an anchor "&b"`],
  [`${HEAD}items:\n- a: &b\n    c: *b`, `${VALID} line 5, column 8: the alias "*b" must come after an anchor "&b"`],
  [HEAD + bomb.replace(/^/, 'items:\n'), `${VALID} line 9, column 13: ${ALIASES}`],
  [`a: &a ${'x'.repeat(10_000)}\nb: [${'*a, '.repeat(10_000)}]`, `${VALID} line 2, column 405: ${ALIASES}`],
  [
    `- &a\n${`  #${'x'.repeat(50)}\n`.repeat(10_000)}  b: c\n${'- *a\n'.repeat(100)}`,
    `${VALID} line 10004, column 3: ${ALIASES}`,
  ],
  [
    `${HEAD}items:\n- kind: Node\n${LABELS.map((label) => `  ${label}: a\n`).join('')}`,
    `${VALID} line 4, column 1: ${KEYS}`,
  ],
  [
    JSON.stringify({
      apiVersion: 'config.kubernetes.io/v1',
      kind: 'ResourceList',
      items: [Object.fromEntries(LABELS.map((label) => [label, '']))],
    }),
    `${VALID} line 1, column 72: ${KEYS}`,
  ],
  [`[${'a, '.repeat(100_000)}]`, `${VALID} line 1, column 71999: ${WORDS}`],
  ['['.repeat(100_000), `${VALID} line 1, column 257: ${DEEP}`],
  [`${HEAD}items:\n- a: ${'['.repeat(100_000)}${']'.repeat(100_000)}`, `${VALID} line 4, column 259: ${DEEP}`],
  [`${HEAD}items:\n- kind: Node\n${blocks}`, `${VALID} line 259, column 257: ${DEEP}`],
  [`${HEAD}items:\n- a:\n  ${'- '.repeat(100_000)}`, `${VALID} line 5, column 509: ${DEEP}`],
  [
    `{"kind":"ResourceList","items":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    `${VALID} line 1, column 287: ${DEEP}`,
  ],
  [`${HEAD}# \0`, `${VALID} line 3, column 3: the character U+0000 must not stand in YAML; remove it or escape it`],
  [
    `${HEAD}a: "\u001b"`,
    `${VALID} line 3, column 5: the character U+001B must not stand in YAML; remove it or escape it`,
  ],
  [
    `${HEAD}a: b\rc: d`,
    `${VALID} line 3, column 5: the character U+000D must not stand in YAML; remove it or escape it`,
  ],
  [`${HEAD}---\n${HEAD}`, `the input has 2 documents, but it must be one ResourceList; ${RENDER}`],
  ['a: b\n---\na: b\n---\n---\nc', `the input has 3 documents, but it must be one ResourceList; ${RENDER}`],
  ['{"kind": "A"}\n{"kind": "B"}\n', `the input has 2 documents, but it must be one ResourceList; ${RENDER}`],
  [
    '{"kind": "Node"}',
    `the input's \`kind\` is "Node" (line 1, column 2), but the function reads a ResourceList and it must be "ResourceList"; ${RENDER}`,
  ],
  [
    '{"apiVersion": "config.kubernetes.io/v1", "kind": "ResourceList", "items": [{}, 1]}',
    '`items[1]` must be an object, but it is a number (line 1, column 81)',
  ],
  [
    '{"apiVersion": "config.kubernetes.io/v1", "kind": "ResourceList", "items": [{"a": {"b": 1, "b": 2}}]}',
    `${VALID} line 1, column 92: the key "b" is there twice; one of them must go`,
  ],
])('%.40j is refused', (text, message) => {
  expect(refused(readResourceList(text, always))).toBe(message)
})

test.each([
  '{"kind": ',
  '{"kind": "ResourceList", "items": [',
  `${HEAD}items:\n\t- kind: Node`,
  `${HEAD}items:\n- a: "b`,
  '---\n...\n}{',
])('%j is refused, with a place', (text) => {
  expect(refused(readResourceList(text, always))).toMatch(
    /^the input must be valid YAML, but at line \d+, column \d+: \S/,
  )
})
