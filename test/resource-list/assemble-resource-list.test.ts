import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { JsonObject } from '../../src/json/json.ts'
import { assembleResourceList } from '../../src/resource-list/assemble-resource-list.ts'
import { readResourceList } from '../../src/resource-list/read-resource-list.ts'
import { itemsOf } from './items-of.ts'
import { accepted, always, NOTHING } from './list-text.ts'

const values: JsonObject[] = [
  { apiVersion: 'v1', kind: 'Node', metadata: { name: 'n', labels: { on: 'yes' } } },
  { apiVersion: 'v1', kind: 'ConfigMap', data: { script: 'a\nb\n' } },
]

test('objects become the items of a list', () => {
  const list = assembleResourceList(itemsOf(values), { kind: 'GoldenImages' })
  expect(list.apiVersion).toBe('config.kubernetes.io/v1')
  expect(list.functionConfig).toEqual({ kind: 'GoldenImages' })
  expect(list.items.map(({ index, apiVersion, kind }) => [index, apiVersion, kind])).toEqual([
    [0, 'v1', 'Node'],
    [1, 'v1', 'ConfigMap'],
  ])
  expect(list.items.map((item) => item.value())).toEqual(values)
})

test('what it writes can be read, and holds what it should', () => {
  const list = assembleResourceList(itemsOf(values), { kind: 'GoldenImages' })
  const results = [{ message: 'm', severity: 'error' as const }]
  const written = list.write({ dropped: new Set(list.items.slice(0, 1)), emitted: [{ kind: 'A' }], results })
  const read = accepted(readResourceList(written, always))
  expect(read.items.map((item) => item.value())).toEqual([values[1], { kind: 'A' }])
  expect(read.functionConfig).toEqual({ kind: 'GoldenImages' })
  expect(parse(written).results).toEqual(results)
})

test('it has no member without need', () => {
  expect(assembleResourceList([]).write(NOTHING)).toBe(
    'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems: []\n',
  )
})
