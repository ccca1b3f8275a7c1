import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAllDocuments, stringify } from 'yaml'
import { isJsonObject, type JsonObject } from '../../src/resource-list/json.ts'
import { run } from '../../src/run.ts'
import { listText } from '../resource-list/arbitrary-list.ts'
import { CASES, caseNames } from '../rules/cases.ts'

/** Ways to write one list; the last line break may be missing. */
const STYLES: Record<string, (list: JsonObject) => string> = {
  block: (list) => stringify(list),
  'block, indented less': (list) => stringify(list, { indentSeq: false }),
  'flow on one line': (list) => stringify(list, { collectionStyle: 'flow', lineWidth: 0 }),
  'flow on one line, no line break': (list) => stringify(list, { collectionStyle: 'flow', lineWidth: 0 }).trimEnd(),
  'flow on many lines': (list) => stringify(list, { collectionStyle: 'flow', lineWidth: 40 }),
  'items in flow': ({ items, ...head }) =>
    `${stringify(head)}items: ${stringify(items, { collectionStyle: 'flow', lineWidth: 0 })}`,
  'each item in flow': ({ items, ...head }) =>
    `${stringify(head)}items:\n${(Array.isArray(items) ? items : [])
      .map((item) => `- ${stringify(item, { collectionStyle: 'flow', lineWidth: 0 })}`)
      .join('')}`,
  JSON: (list) => JSON.stringify(list),
}

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
