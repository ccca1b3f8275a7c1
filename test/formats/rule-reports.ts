import { locateFindings } from '../../src/findings/locate-findings.ts'
import type { Report } from '../../src/formats/findings/report.ts'
import { countImages } from '../../src/run.ts'
import { caseNames, evaluateCase, readCase } from '../rules/cases.ts'

/** The rules' own cases as `check` would report them: by name. */
export const RULE_REPORTS: readonly (readonly [name: string, report: Report])[] = [
  ...caseNames('err').map((name) => `err/${name}`),
  ...caseNames('ok').map((name) => `ok/${name}`),
].map((name) => [name, reportOf(name)])

function reportOf(name: string): Report {
  const evaluation = evaluateCase(name)
  return {
    version: '1.2.3',
    findings: locateFindings(evaluation.findings),
    images: countImages(evaluation),
    sources: new Map([['', readCase(name)]]),
  }
}
