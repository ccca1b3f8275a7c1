import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { globSync } from 'glob'
import { describe, expect, test } from 'vitest'
import { parse, parseAllDocuments, stringify } from 'yaml'
import { isJsonObject } from '../../src/json/json.ts'
import { readCases } from '../conformance-case.ts'
import { listText } from '../resource-list/arbitrary-list.ts'
import { CASES, caseNames, isAboutReading } from '../rules/cases.ts'
import { answer, valuesOf } from './answer.ts'
import { type Disturbances, disturb, disturbances } from './disturb.ts'
import { STYLES } from './list-styles.ts'

const numRuns = Number(process.env.FUZZ_RUNS ?? 10)

function listOf(items: readonly unknown[], functionConfig: unknown): string {
  return stringify({ apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList', items, functionConfig })
}

function expectUndisturbed(text: string, change: Disturbances): void {
  const disturbed = disturb(text, change)
  expect(valuesOf(disturbed)).toEqual([parse(text, { merge: true, schema: 'core', logLevel: 'silent' })])
  expect(answer(disturbed)).toEqual(answer(text))
}

function hold(text: string, runs = numRuns): void {
  fc.assert(
    fc.property(disturbances, (change) => expectUndisturbed(text, change)),
    { numRuns: runs },
  )
}

describe('comments, blank lines, line breaks, a byte order mark and the final line break change no answer', () => {
  test('of generated lists', () => {
    fc.assert(
      fc.property(listText, disturbances, ({ text }, change) => expectUndisturbed(text, change)),
      { numRuns: 40 * numRuns },
    )
  })

  test.for(['err', 'ok'] as const)('of the cases of the rules: %s', (kind) => {
    for (const name of caseNames(kind).filter((one) => !isAboutReading(one))) {
      const documents = parseAllDocuments(readFileSync(`${CASES}/${kind}/${name}.yaml`, 'utf8'))
      const items: unknown[] = documents.map((document) => document.toJS())
      const isConfiguration = (item: unknown) => isJsonObject(item) && item.kind === 'GoldenImages'
      hold(
        listOf(
          items.filter((item) => !isConfiguration(item)),
          items.find(isConfiguration),
        ),
        3,
      )
    }
  })

  test.for(['named', 'releases'] as const)('of recorded cases: %s', (file) => {
    for (const { input } of readCases(file)) {
      const { hyperConverged, nodes, commonTemplates: commonBootImages, hyperconvergedVersion } = input
      const spec = { commonBootImages, hyperconvergedVersion }
      const configuration = { apiVersion: 'golden-images.dev/v1alpha1', kind: 'GoldenImages', spec }
      hold(listOf([...nodes, hyperConverged], configuration), 2)
    }
  })

  // JSON has no comments.
  const styles = Object.entries(STYLES).filter(([name]) => name !== 'JSON')
  test.for(styles)('of a list in the style: %s', ([, write]) => {
    hold(write(parse(readFileSync('test/fixtures/metamorphic/comment-at-column-0.yaml', 'utf8'))), 4 * numRuns)
  })

  test('of an alert', () => {
    for (const file of globSync('test/fixtures/metamorphic/*.yaml')) hold(readFileSync(file, 'utf8'), 10 * numRuns)
  })
})
