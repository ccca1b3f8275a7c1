import { describe, expect, test } from 'vitest'
import { printSummary } from '../../src/formats/summary.ts'
import { RULES } from '../../src/rules/index.ts'
import { countImages } from '../../src/run.ts'
import { CASES, caseNames, evaluateCase } from './cases.ts'

// `<rule>.yaml`, or `<rule>.<variant>.yaml`. Those in err/ have beside them the summary that a user reads (`vitest -u`
// writes it anew); those in ok/ must be silent.
describe('rules on manifests', () => {
  test.for(caseNames('err'))('%s is found', async (name) => {
    const evaluation = evaluateCase(`err/${name}`)
    expect(evaluation.findings.map(({ rule }) => rule)).toContain(name.split('.')[0])
    const summary = printSummary(evaluation.findings, countImages(evaluation))
    await expect(summary).toMatchFileSnapshot(`../../${CASES}/err/${name}.txt`)
  })

  test.for(caseNames('ok'))('%s passes', (name) => {
    expect(evaluateCase(`ok/${name}`).findings.filter(({ ignored }) => !ignored)).toEqual([])
  })

  test('every rule has a case of either kind', () => {
    const ids = RULES.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !caseNames('err').includes(id))).toEqual([])
    expect(ids.filter((id) => !caseNames('ok').includes(id))).toEqual([])
  })
})
