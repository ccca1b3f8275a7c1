import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { isJsonObject } from '../../src/json/json.ts'
import { run } from '../../src/run.ts'
import { listText } from '../resource-list/arbitrary-list.ts'
import { CASES, caseNames } from '../rules/cases.ts'
import { STYLES } from './list-styles.ts'

function expectSettled(text: string): void {
  const first = run(text)
  if (first.exitCode > 1) return
  expect(run(first.stdout)).toEqual(first)
}

describe('a second run changes nothing', () => {
  test.for(Object.entries(STYLES))('of a list in the style: %s', ([, write]) => {
    for (const kind of ['err', 'ok'] as const) {
      for (const name of caseNames(kind)) {
        const documents = parseAllDocuments(readFileSync(`${CASES}/${kind}/${name}.yaml`, 'utf8'))
        const items = documents.map((document): unknown => document.toJS()).filter(isJsonObject)
        for (const failOn of ['error', 'never']) {
          const functionConfig = { apiVersion: 'golden-images.dev/v1alpha1', kind: 'GoldenImages', spec: { failOn } }
          const list = { apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList', items, functionConfig }
          expectSettled(write(list))
        }
      }
    }
  })

  test('of generated lists', () => {
    fc.assert(
      fc.property(listText, ({ text }) => expectSettled(text)),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 200) },
    )
  })
})
