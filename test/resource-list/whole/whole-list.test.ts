import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readResourceList } from '../../../src/resource-list/read-resource-list.ts'
import { readWholeList } from '../../../src/resource-list/whole/read-whole-list.ts'
import { accepted, HEAD, NOTHING } from '../list-text.ts'

const FLOW = '{apiVersion: config.kubernetes.io/v1, kind: ResourceList,'

describe('other styles are read whole', () => {
  test.each([
    ['a flow document', `${FLOW} items: [{kind: Node, a: [b]}]}\n`],
    ['flow items', `${HEAD}items: [{kind: Node, a: [b]}] # c\n`],
    ['flow items on lines', `${HEAD}items: [\n  {kind: Node, a: [b]}\n]\n`],
    ['an indented document', `  ${HEAD.replace('\n', '\n  ')}  items:\n  - kind: Node\n    a: [b]\n`],
    ['a directive', `%YAML 1.1\n---\n${HEAD}items:\n- kind: Node\n  a: [b]\n`],
    ['tags', `!!map\n${HEAD}items: !!seq\n- !!map\n  kind: !!str Node\n  a: !list [b]\n`],
    ['empty documents around it', `---\n# c\n---\n${HEAD}items:\n- kind: Node\n  a: [b]\n---\n`],
    [
      'JSON that is only YAML',
      `{'apiVersion': "config.kubernetes.io/v1", kind: ResourceList, "items": [{"kind": "Node", "a": ["b",],},]}`,
    ],
    ['a byte order mark', `\ufeff${FLOW} items: [{kind: Node, a: [b]}]}`],
    ['an anchor that nothing refers to', `${HEAD}items: &a\n- kind: Node\n  a: &b [b]\n`],
  ])('%s, and not a byte changes without need', (_, text) => {
    const list = accepted(readResourceList(text))
    expect(list.items.map((item) => item.value())).toEqual([{ kind: 'Node', a: ['b'] }])
    expect(list.items[0]?.kind).toBe('Node')
    expect(list.write(NOTHING)).toBe(text)
    const [item] = list.items
    expect(text.startsWith(item?.text ?? '-', item?.offset)).toBe(true)
    expect([parse(item?.text ?? '', { logLevel: 'silent' })].flat()).toEqual([{ kind: 'Node', a: ['b'] }])
  })

  test('a `%YAML 1.1` directive changes nothing: plain scalars are what Kubernetes makes of them', () => {
    const text = `%YAML 1.1\n---\n${HEAD}items:\n- {kind: y, a: 012, b: 2001-01-01, c: !!binary aGk=}\n`
    expect(accepted(readResourceList(text)).items[0]?.value()).toEqual({
      kind: true,
      a: 10,
      b: '2001-01-01',
      c: 'aGk=',
    })
  })
})

test('even behind a complex key', () => {
  const list = accepted(readResourceList(`${HEAD}? items\n: - kind: Node\n    a: [b]\n`))
  expect(list.items.map((item) => item.value())).toEqual([{ kind: 'Node', a: ['b'] }])
})

describe('no alias is written', () => {
  const text = `# top
${HEAD}items:
- kind: A # a
  # b
  spec: &spec {b: [1.0, 0x1F, 12345678901234567890]}
- kind: B
  spec: *spec # c
  merged:
    <<: [*spec, {d: 1, b: 2}]
    d: 'own'
functionConfig: &config
  on: "yes"
other: *config
`
  const expected = `# top
${HEAD}items:
  - kind: A # a
    # b
    spec: { b: [ 1.0, 0x1F, 12345678901234567890 ] }
  - kind: B
    spec: { b: [ 1.0, 0x1F, 12345678901234567890 ] } # c
    merged:
      b: [ 1.0, 0x1F, 12345678901234567890 ]
      d: 'own'
functionConfig:
  on: "yes"
other:
  on: "yes"
`

  test('though nothing else changes', () => {
    const list = accepted(readResourceList(text))
    const written = list.write(NOTHING)
    expect(written).toBe(expected)
    expect(parse(written).items).toEqual(list.items.map((item) => item.value()))
    expect(list.functionConfig).toEqual({ on: 'yes' })
  })

  test('nor is one when items come and go', () => {
    const list = accepted(readResourceList(text))
    const emitted = { kind: 'C', same: list.items[0]?.value() ?? {}, again: list.items[0]?.value() ?? {} }
    const written = list.write({ dropped: new Set(list.items.slice(0, 1)), emitted: [emitted], results: [] })
    expect(written).not.toMatch(/[&*]/)
    expect(parse(written).items).toEqual([list.items[1]?.value(), emitted])
  })

  test('an alias may be used often, but not without bound', () => {
    const often = `${HEAD}items:\n- a: &a {b: c}\n  d: [${'*a, '.repeat(5000)}]\n`
    expect(accepted(readWholeList(often)).items[0]?.value().d).toHaveLength(5000)
  })
})

describe('what changes is printed anew, with its comments', () => {
  test('items, results, line breaks and the byte order mark', () => {
    const text = `\ufeff# top\r\n${FLOW} # head\r\n items: [{kind: A}, {kind: B}], results: [old]}\r\n# end\r\n`
    const list = accepted(readResourceList(text))
    const written = list.write({
      dropped: new Set(list.items.slice(0, 1)),
      emitted: [{ kind: 'C', on: 'yes', text: 'a\nb' }],
      results: [{ message: 'm', severity: 'info' }],
    })
    expect(written.startsWith('\ufeff# top\r\n')).toBe(true)
    expect(written.trimEnd().endsWith('# end')).toBe(true)
    expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(parse(written)).toEqual({
      apiVersion: 'config.kubernetes.io/v1',
      kind: 'ResourceList',
      items: [{ kind: 'B' }, { kind: 'C', on: 'yes', text: 'a\nb' }],
      results: [{ message: 'm', severity: 'info' }],
    })
    expect(written).toContain('on": "yes"')
  })

  test('results go when there are none', () => {
    const list = accepted(readResourceList(`${FLOW} results: [{message: old}], items: []}\n`))
    expect(parse(list.write(NOTHING))).toEqual({
      apiVersion: 'config.kubernetes.io/v1',
      kind: 'ResourceList',
      items: [],
    })
  })

  test.each(['items: !!seq []', 'items: !!null null', 'functionConfig: !!map {}'])('items come into %j', (member) => {
    const list = accepted(readWholeList(`${HEAD}${member}\n`))
    expect(parse(list.write({ ...NOTHING, emitted: [{ kind: 'A' }] })).items).toEqual([{ kind: 'A' }])
  })
})
