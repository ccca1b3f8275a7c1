import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FORMATS } from '../../src/formats/findings/index.ts'
import { printSummary } from '../../src/formats/findings/summary.ts'
import { refusalsOf } from '../../src/prediction/prediction.ts'
import { RULES } from '../../src/rules/index.ts'
import { countImages } from '../../src/run.ts'
import { CASES, caseNames, evaluateCase, evaluateText } from './cases.ts'

test('every refusal of a case is told by the rule of its cause', () => {
  const causes = new Set<string>()
  for (const name of caseNames('err')) {
    const { clusters, findings } = evaluateCase(`err/${name}`)
    for (const { cause } of clusters.flatMap(({ prediction }) => refusalsOf(prediction))) {
      expect(RULES.map(({ id }) => id)).toContain(cause)
      expect(findings.map(({ rule }) => rule)).toContain(cause)
      causes.add(cause)
    }
  }
  expect(causes.size).toBeGreaterThanOrEqual(15)
})

test('a refusal stays in the summary when its rule is off', () => {
  const file = 'duplicate-template-name.yaml'
  const text = readFileSync(`${CASES}/err/${file}`, 'utf8').replace(
    /^spec:\n/m,
    'spec:\n  rules: {duplicate-template-name: "off"}\n',
  )
  const evaluation = evaluateText(text)
  const images = countImages(evaluation)
  expect(evaluation.findings.map(({ rule }) => rule)).not.toContain('duplicate-template-name')
  expect(printSummary([], images)).toMatch(
    /^golden-images: no findings; 1 HyperConverged refused, and the rules that tell why are off; 0 DataImportCrons/,
  )
  const report = { version: '1.2.3', findings: [], images, sources: new Map() }
  expect(JSON.parse(FORMATS.json(report, { color: false })).summary).toMatchObject({ refusedSilently: 1 })
})
