import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { hyperConverged, MULTI_ARCH, NODES, resourceList, runFunction } from './built-function.ts'

test('JSON in, JSON out', () => {
  const list: unknown = parse(resourceList([hyperConverged(`{${MULTI_ARCH}}`), ...NODES]))
  const { exitCode, stdout, stderr } = runFunction(JSON.stringify(list))
  expect(exitCode, stderr).toBe(0)
  const answer: unknown = JSON.parse(stdout)
  const crons = Array.from({ length: 6 }, () => expect.objectContaining({ kind: 'DataImportCron' }))
  expect(answer).toMatchObject({ kind: 'ResourceList' })
  expect(answer).toHaveProperty('items', [...itemsOf(list), ...crons])
})

test('a failing one as well', () => {
  const list: unknown = parse(resourceList([hyperConverged('{}'), ...NODES]))
  const { exitCode, stdout } = runFunction(JSON.stringify(list, undefined, 2))
  expect(exitCode).toBe(1)
  const answer: unknown = JSON.parse(stdout)
  expect(answer).toHaveProperty('items', itemsOf(list))
  expect(answer).toHaveProperty('results[0].tags.rule', 'HCOMultiArchGoldenImagesDisabled')
})

function itemsOf(list: unknown): unknown[] {
  const items: unknown = list && typeof list === 'object' && 'items' in list ? list.items : undefined
  return Array.isArray(items) ? items : []
}
