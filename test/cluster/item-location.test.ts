import { describe, expect, test } from 'vitest'
import { readFiles } from '../../src/cli/sources/read-input.ts'
import { fileIndex, filePath, withLocation } from '../../src/cluster/item-location.ts'
import type { Item } from '../../src/resource-list/read-resource-list.ts'

function itemsIn(...files: { path: string; text: string }[]): readonly Item[] {
  const read = readFiles(files)
  if (!read.ok) throw new Error(read.message)
  return read.manifests.items
}

const locationOf = (item: Item) => [filePath(item), fileIndex(item)]

const PATH = 'internal.config.kubernetes.io/path'
const INDEX = 'internal.config.kubernetes.io/index'

describe('an item lies', () => {
  test('in the file that was read, at its place there', () => {
    const items = itemsIn({ path: 'a/x.yaml', text: 'kind: A\n---\nkind: B\n' }, { path: 'y.yaml', text: 'kind: C\n' })
    expect(items.map(locationOf)).toEqual([
      ['a/x.yaml', 0],
      ['a/x.yaml', 1],
      ['y.yaml', 0],
    ])
  })

  test('in each of the files that have one text, with its source', () => {
    const text = '# above\nkind: A\n'
    const items = itemsIn({ path: 'a.yaml', text }, { path: 'b.yaml', text })
    expect(items.map(locationOf)).toEqual([
      ['a.yaml', 0],
      ['b.yaml', 0],
    ])
    expect(items.map(({ source, text, offset }) => [source.file, text, offset])).toEqual([
      ['a.yaml', 'kind: A\n', 8],
      ['b.yaml', 'kind: A\n', 8],
    ])
  })

  test.for([
    [`{${PATH}: p.yaml, ${INDEX}: "7"}`, ['p.yaml', 7]],
    [`{${PATH}: p.yaml}`, ['p.yaml', undefined]],
    [`{${PATH}: 5}`, [undefined, undefined]],
    // Only what orchestrators write today goes before the file.
    ['{config.kubernetes.io/path: p.yaml, config.kubernetes.io/index: "7"}', ['x.yaml', 0]],
    [`{${INDEX}: "7"}`, ['x.yaml', 0]],
    ['{}', ['x.yaml', 0]],
    ['null', ['x.yaml', 0]],
    // What can not be read may say anything.
    ['[]', [undefined, undefined]],
    ['word', [undefined, undefined]],
  ] as const)('where its annotations say: %s', ([annotations, expected]) => {
    const text = `kind: A\nmetadata: {name: a, annotations: ${annotations}}\n`
    expect(itemsIn({ path: 'x.yaml', text }).map(locationOf)).toEqual([expected])
  })
})

describe('the value of an item with its location', () => {
  const located = (text: string, path = 'x.yaml') => itemsIn({ path, text }).map(withLocation)

  test('has the annotations beside its own', () => {
    expect(located('kind: A\nmetadata: {name: a, annotations: {b: c}}\n')).toEqual([
      { kind: 'A', metadata: { name: 'a', annotations: { b: 'c', [PATH]: 'x.yaml', [INDEX]: '0' } } },
    ])
    expect(located('kind: A\n')).toEqual([{ kind: 'A', metadata: { annotations: { [PATH]: 'x.yaml', [INDEX]: '0' } } }])
  })

  test.for([
    ['kind: A\n', ''],
    ['kind: A\nmetadata: word\n', 'x.yaml'],
    ['kind: A\nmetadata: {annotations: [word]}\n', 'x.yaml'],
    [`kind: A\nmetadata: {annotations: {${PATH}: p.yaml}}\n`, 'x.yaml'],
  ] as const)('is as it was written: %s', ([text, path]) => {
    expect(located(text, path)).toEqual(itemsIn({ path, text }).map((item) => item.value()))
  })
})
