import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/json/json.ts'
import { readResourceList } from '../../../src/resource-list/read-resource-list.ts'
import { accepted, always, NOTHING } from '../list-text.ts'

const HEAD = '"apiVersion":"config.kubernetes.io/v1","kind":"ResourceList"'
const A: JsonObject = { kind: 'A', spec: { list: [1, 'é'], none: {} } }
const results = [{ message: 'm', severity: 'error' as const }]

function write(text: string, drop: readonly number[], emitted: JsonObject[]): string {
  const list = accepted(readResourceList(text))
  return list.write({ dropped: new Set(drop.flatMap((index) => list.items[index] ?? [])), emitted, results: [] })
}

test('numbers, escapes and white space stay as they are', () => {
  const text = `\n {${HEAD} , "items" :[ {"kind":"No\\u0064e", "a": [1.0, 1e3, 12345678901234567890, -0, "\\/"]},\n{}  ] }\r\n`
  const list = accepted(readResourceList(text, always))
  expect(list.items.map(({ kind }) => kind)).toEqual(['Node', undefined])
  expect(list.items[0]?.text).toBe('{"kind":"No\\u0064e", "a": [1.0, 1e3, 12345678901234567890, -0, "\\/"]}')
  expect(list.write(NOTHING)).toBe(text)
  expect(write(text, [1], [])).toBe(text.replace(',\n{}', ''))
})

describe('the style of the input is kept', () => {
  test('on one line', () => {
    const text = `{${HEAD},"items":[{"a":1},{"b":2}]}`
    expect(write(text, [0], [A])).toBe(`{${HEAD},"items":[{"b":2},{"kind":"A","spec":{"list":[1,"é"],"none":{}}}]}`)
    expect(accepted(readResourceList(text)).write({ ...NOTHING, results })).toBe(
      `{${HEAD},"items":[{"a":1},{"b":2}],"results":[{"message":"m","severity":"error"}]}`,
    )
  })

  test('on one line with spaces', () => {
    const text = '{"apiVersion": "config.kubernetes.io/v1", "kind": "ResourceList", "items": [{"a": 1}]}'
    expect(write(text, [], [A])).toBe(text.replace(']}', ', {"kind": "A", "spec": {"list": [1, "é"], "none": {}}}]}'))
  })

  test.each([2, 4, '\t', 1])('on lines indented by %j', (space) => {
    const head = { apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList' }
    const text = `${JSON.stringify({ ...head, items: [{ a: 1 }, { b: 2 }], functionConfig: {} }, null, space)}\n`
    expect(write(text, [1], [A])).toBe(
      `${JSON.stringify({ ...head, items: [{ a: 1 }, A], functionConfig: {} }, null, space)}\n`,
    )
    expect(write(text, [0, 1], [A])).toBe(
      `${JSON.stringify({ ...head, items: [A], functionConfig: {} }, null, space)}\n`,
    )
    expect(write(text, [0, 1], [])).toBe(`${JSON.stringify({ ...head, items: [], functionConfig: {} }, null, space)}\n`)
    expect(accepted(readResourceList(text)).write({ ...NOTHING, results })).toBe(
      `${JSON.stringify({ ...head, items: [{ a: 1 }, { b: 2 }], functionConfig: {}, results }, null, space)}\n`,
    )
  })

  test('with CRLF', () => {
    const text = JSON.stringify({ apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList', items: [] }, null, 2)
    const written = write(text.replaceAll('\n', '\r\n'), [], [A])
    expect(written.replaceAll('\r\n', '')).not.toContain('\n')
    expect(JSON.parse(written).items).toEqual([A])
  })
})

test.each([
  [`{${HEAD}}`, `{${HEAD},"items":[{"b":1}]}`],
  [`{"items":null,${HEAD}}`, `{"items":[{"b":1}],${HEAD}}`],
  [`{"items":[ ],${HEAD},"results":[]}`, `{"items":[{"b":1}],${HEAD}}`],
  [`{"results":[],${HEAD}}`, `{${HEAD},"items":[{"b":1}]}`],
  [`{${HEAD},"results":[]}`, `{${HEAD},"items":[{"b":1}]}`],
])('an item comes into %j', (text, expected) => {
  expect(write(text, [], [{ b: 1 }])).toBe(expected)
})

test('old results are replaced where they are', () => {
  const list = accepted(readResourceList(`{"results":[1],${HEAD}}`))
  expect(list.write({ ...NOTHING, results })).toBe(`{"results":[{"message":"m","severity":"error"}],${HEAD}}`)
})

test('an item that nobody needs is not looked into, one that is needed is', () => {
  const text = `{${HEAD},"items":[{"kind":"Pod","a":{"b":1,"b":2}},{"kind":"Pod","c":"\\x"}]}`
  expect(accepted(readResourceList(text)).write(NOTHING)).toBe(text)
  expect(readResourceList(text, always).ok).toBe(false)
})

test('the functionConfig is a value', () => {
  expect(accepted(readResourceList(`{${HEAD},"functionConfig":{"a":"b"}}`)).functionConfig).toEqual({ a: 'b' })
  expect(accepted(readResourceList(`{${HEAD},"functionConfig":null}`)).functionConfig).toBeUndefined()
  expect(readResourceList(`{${HEAD},"functionConfig":[1]}`).ok).toBe(false)
})
