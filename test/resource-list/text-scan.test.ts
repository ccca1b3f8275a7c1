import { expect, test } from 'vitest'
import { findShallowLines, USUAL_DEPTH } from '../../src/resource-list/block/shallow-lines.ts'
import { readResourceList } from '../../src/resource-list/read-resource-list.ts'
import { scanText } from '../../src/resource-list/text-scan.ts'
import { accepted } from './list-text.ts'

const HEAD = 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n'
const TEXT = `${HEAD}items:\n- apiVersion: v1\n  kind: Node\n  a: 'b'\n`

test('a text is scanned for what readers ask', () => {
  const scan = scanText(TEXT)
  expect(scan.isAllowed()).toBe(true)
  expect(scanText('a: \u0007').isAllowed()).toBe(false)
  expect(scan.shallowLines(HEAD.length)).toEqual(findShallowLines(TEXT, HEAD.length, USUAL_DEPTH))
  expect(scan.firstPlace('kind')).toBe(TEXT.indexOf('kind'))
  expect(scan.firstPlace('*')).toBe(TEXT.length)
  expect(scan.doubtfulFrom("'")).toBe(TEXT.indexOf("'"))
  expect(scan.doubtfulFrom('"')).toBe(TEXT.length)
})

test('a host may know more lines, and that quotes leave no line open', () => {
  const scan = { ...scanText(TEXT), shallowLines: () => findShallowLines(TEXT, 0, USUAL_DEPTH) }
  for (const host of [scan, { ...scan, doubtfulFrom: () => TEXT.length }]) {
    const { items } = accepted(readResourceList(TEXT, undefined, { scan: host }))
    expect(items.map(({ apiVersion, kind }) => [apiVersion, kind])).toEqual([['v1', 'Node']])
  }
})

test('what a host does not allow is not cut', () => {
  const read = readResourceList(TEXT, undefined, { scan: { ...scanText(TEXT), isAllowed: () => false, firstPlace } })
  expect(accepted(read).items.map((item) => item.value())).toEqual([{ apiVersion: 'v1', kind: 'Node', a: 'b' }])
  function firstPlace(): never {
    throw new Error('a reader that cuts asked')
  }
})
