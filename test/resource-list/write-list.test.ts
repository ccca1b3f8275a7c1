import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/json/json.ts'
import { readBlockList } from '../../src/resource-list/block/read-block-list.ts'
import type { KrmResult } from '../../src/resource-list/krm-result.ts'
import { accepted, HEAD, NOTHING } from './list-text.ts'

interface Change {
  drop?: readonly number[]
  emit?: readonly JsonObject[]
  results?: readonly KrmResult[]
}

function write(text: string, { drop = [], emit = [], results = [] }: Change): string {
  const list = accepted(readBlockList(text, () => false))
  return list.write({ dropped: new Set(list.items.filter((_, index) => drop.includes(index))), emitted: emit, results })
}

const A: JsonObject = { kind: 'A', spec: { list: ['yes'], text: 'b\nc\n' } }
const RESULT: KrmResult = { message: 'm', severity: 'error' }
const OUTER = '- kind: A\n  spec:\n    list:\n    - "yes"\n    text: "b\\nc\\n"\n'
const INNER = '  - kind: A\n    spec:\n      list:\n        - "yes"\n      text: "b\\nc\\n"\n'
const RESULTS = 'results:\n- message: m\n  severity: error\n'

describe('with nothing to change, a byte stays a byte', () => {
  test.each([
    `${HEAD}items:\n- kind: Node   # c\n  a:   'b'\n\n\n# end`,
    `\ufeff# c\n---   # d\n${HEAD}items: [] # none\n...\n# e\n`,
    `${HEAD}items:\r\n-   kind: Node\n  \r\n# mixed line ends\r\n`,
    `${HEAD}items:\n- a: &x {b: c}\n  d: *x\n  <<: *x\n`,
    HEAD.trimEnd(),
  ])('%j', (text) => {
    expect(write(text, {})).toBe(text)
  })
})

describe('items are dropped', () => {
  const list = `${HEAD}items:\n# about a\n- kind: A\n\n# apart\n\n# about b\n- kind: B\n  # inside b\n\n- kind: C # c\n# end\n`

  test.each([
    [[0], `${HEAD}items:\n# apart\n\n# about b\n- kind: B\n  # inside b\n\n- kind: C # c\n# end\n`],
    [[1], `${HEAD}items:\n# about a\n- kind: A\n\n# apart\n\n- kind: C # c\n# end\n`],
    [[2], `${HEAD}items:\n# about a\n- kind: A\n\n# apart\n\n# about b\n- kind: B\n  # inside b\n\n# end\n`],
    [[0, 1, 2], `${HEAD}items: []\n# apart\n\n# end\n`],
  ])('%j, with the comments directly above them', (drop, expected) => {
    expect(write(list, { drop })).toBe(expected)
  })

  test('all, next to a comment', () => {
    expect(write(`${HEAD}items:   # c\n- kind: A`, { drop: [0] })).toBe(`${HEAD}items: []   # c\n`)
  })

  test('and a block scalar above keeps just its own line breaks', () => {
    const kept = `${HEAD}items:\n- a: |+\n    b\n\n`
    expect(write(`${kept}- kind: B\n\n\n`, { drop: [1] })).toBe(kept)
    expect(write(`${kept}results: []\n\n\nother: c\n`, {})).toBe(`${kept}other: c\n`)
  })
})

describe('items are emitted', () => {
  test.each([
    ['after the last', `${HEAD}items:\n- kind: B\n`, `${HEAD}items:\n- kind: B\n${OUTER}`],
    ['indented as the list is', `${HEAD}items:\n  - kind: B\n`, `${HEAD}items:\n  - kind: B\n${INNER}`],
    ['before what follows', `items:\n- kind: B\n\n# c\n${HEAD}`, `items:\n- kind: B\n\n${OUTER}# c\n${HEAD}`],
    ['without a final line break', `${HEAD}items:\n- kind: B`, `${HEAD}items:\n- kind: B\n${OUTER.trimEnd()}`],
    ['instead of []', `items: []\n${HEAD}`, `items:\n${OUTER}${HEAD}`],
    ['instead of [] and before a comment', `${HEAD}items: [] # c`, `${HEAD}items: # c\n${OUTER.trimEnd()}`],
    ['instead of null', `${HEAD}items: null\n# c\n`, `${HEAD}items:\n${OUTER}# c\n`],
    ['instead of nothing', `${HEAD}items:\n`, `${HEAD}items:\n${OUTER}`],
    ['without `items`', `${HEAD}# c\n...\n`, `${HEAD}# c\nitems:\n${OUTER}...\n`],
    [
      'with the line break of the input',
      `${HEAD}items: []\n`.replaceAll('\n', '\r\n'),
      `${HEAD}items:\n${OUTER}`.replaceAll('\n', '\r\n'),
    ],
  ])('%s', (_, text, expected) => {
    expect(write(text, { emit: [A] })).toBe(expected)
  })

  test('in the place of dropped ones', () => {
    expect(write(`${HEAD}items:\n- kind: B\n# c\n`, { drop: [0], emit: [A, { kind: 'C' }] })).toBe(
      `${HEAD}items:\n${OUTER}- kind: C\n# c\n`,
    )
  })
})

describe('results are written', () => {
  test.each([
    ['at the end', `${HEAD}items:\n- kind: B\n`, `${HEAD}items:\n- kind: B\n${RESULTS}`],
    ['at the end of a text without a final line break', HEAD.trimEnd(), `${HEAD}${RESULTS.trimEnd()}`],
    ['before the end mark', `${HEAD}\n...\n`, `${HEAD}\n${RESULTS}...\n`],
    ['where others were', `results:\n- a: |\n    b\n  # c\n\n# d\n${HEAD}`, `${RESULTS}\n# d\n${HEAD}`],
    [
      'where others were, indented as they were',
      `results: # e\n\n  - a: |\n      b\n  # c\n\n# d\n${HEAD}`,
      `results:\n  - message: m\n    severity: error\n\n# d\n${HEAD}`,
    ],
    ['where an empty list was', `results: []\n${HEAD}`, `${RESULTS}${HEAD}`],
    ['with CRLF', HEAD.replaceAll('\n', '\r\n'), (HEAD + RESULTS).replaceAll('\n', '\r\n')],
    [
      'indented as the items are',
      `${HEAD}items:\n  - kind: B\n`,
      `${HEAD}items:\n  - kind: B\nresults:\n  - message: m\n    severity: error\n`,
    ],
  ])('%s', (_, text, expected) => {
    expect(write(text, { results: [RESULT] })).toBe(expected)
  })

  test('or taken away', () => {
    expect(write(`${HEAD}results:\n- message: old\nitems:\n- kind: B\n`, {})).toBe(`${HEAD}items:\n- kind: B\n`)
  })

  test('with all that they may hold, and none of what is undefined', () => {
    const result: KrmResult = {
      message: 'on: it\'s "x"\n\u0007',
      severity: 'warning',
      resourceRef: { apiVersion: 'v1', kind: 'Node', name: 'n' },
      field: { path: 'metadata.annotations["a.b/c"]', currentValue: '012', proposedValue: null },
      file: { path: 'a.yaml', index: 0 },
      tags: { y: 'no' },
    }
    const partly = { ...RESULT, tags: undefined }
    expect(write(HEAD, { results: [result, partly] })).toBe(`${HEAD}results:
- message: "on: it's \\"x\\"\\n\\u0007"
  severity: warning
  resourceRef:
    apiVersion: v1
    kind: Node
    name: "n"
  field:
    path: metadata.annotations["a.b/c"]
    currentValue: "012"
    proposedValue: null
  file:
    path: a.yaml
    index: 0
  tags:
    "y": "no"
- message: m
  severity: error
`)
  })
})

test('writing again what was written changes nothing', () => {
  const once = write(`${HEAD}items:\n  - kind: B\n`, { emit: [A], results: [RESULT] })
  expect(write(once, { results: [RESULT] })).toBe(once)
  expect(accepted(readBlockList(once, () => true)).items.map((item) => item.value())).toEqual([{ kind: 'B' }, A])
  expect(write(once, NOTHING)).not.toContain('results')
})
