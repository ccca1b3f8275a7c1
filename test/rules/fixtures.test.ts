import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Finding } from '../../src/findings/finding.ts'
import { locateFindings } from '../../src/findings/locate-findings.ts'
import { toKrmResults } from '../../src/formats/findings/krm-results.ts'
import { printSummary } from '../../src/formats/findings/summary.ts'
import { RULES } from '../../src/rules/index.ts'
import { countImages, run } from '../../src/run.ts'
import { caseAsList } from './case-as-list.ts'
import { CASES, caseNames, evaluateCase, isAboutReading, readCase } from './cases.ts'

/** A finding without its wording, as people read a place: `line:column-line:column`. */
function asData({ message, item: _item, resource, position, reference, ...finding }: Finding) {
  const at = position && `${position.line}:${position.column}-${position.endLine}:${position.endColumn}`
  const item = resource && `${resource.kind}/${resource.name}`
  return { ...finding, item, at }
}

// `<rule>.yaml`, or `<rule>.<variant>.yaml`. Those in err/ have beside them what is found, as data, and the summary that a
// user reads (`vitest -u` writes both anew); those in ok/ must be silent.
describe('rules on manifests', () => {
  test.for(caseNames('err'))('%s is found', async (name) => {
    const evaluation = evaluateCase(`err/${name}`)
    expect(evaluation.findings.map(({ rule }) => rule)).toContain(name.split('.')[0])
    const findings = locateFindings(evaluation.findings).map(asData)
    await expect(`${JSON.stringify(findings, null, 2)}\n`).toMatchFileSnapshot(`../../${CASES}/err/${name}.json`)
    const summary = printSummary(evaluation.findings, countImages(evaluation))
    await expect(summary).toMatchFileSnapshot(`../../${CASES}/err/${name}.txt`)
  })

  test.for(caseNames('ok'))('%s passes', (name) => {
    expect(evaluateCase(`ok/${name}`).findings.filter(({ ignored }) => !ignored)).toEqual([])
  })

  test.for(
    [...caseNames('err').map((name) => `err/${name}`), ...caseNames('ok').map((name) => `ok/${name}`)].filter(
      (name) => !isAboutReading(name),
    ),
  )('%s is answered alike as a ResourceList', (name) => {
    const evaluation = evaluateCase(name)
    const { exitCode, stdout, stderr } = run(caseAsList(readCase(name)))
    expect(exitCode).toBe(evaluation.failed ? 1 : 0)
    expect(stderr).toBe(printSummary(evaluation.findings, countImages(evaluation)))
    expect(parse(stdout, { merge: true }).results ?? []).toEqual(toKrmResults(evaluation.findings))
  })

  test('every rule has a case of either kind', () => {
    const ids = RULES.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !caseNames('err').includes(id))).toEqual([])
    expect(ids.filter((id) => !caseNames('ok').includes(id))).toEqual([])
  })
})
