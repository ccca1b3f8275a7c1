import { readFileSync } from 'node:fs'
import { locateFindings } from '../../src/findings/locate-findings.ts'
import type { Report } from '../../src/formats/findings/report.ts'
import { readManifests } from '../../src/resource-list/manifests/read-manifests.ts'
import { countImages } from '../../src/run.ts'
import { CASES, caseNames, evaluateCase } from '../rules/cases.ts'

/** The rules' own cases as `check` would report them: by name. */
export const RULE_REPORTS: readonly (readonly [name: string, report: Report])[] = [
  ...caseNames('err').map((name) => `err/${name}`),
  ...caseNames('ok').map((name) => `ok/${name}`),
].map((name) => [name, reportOf(name)])

function reportOf(name: string): Report {
  const file = `${name}.yaml`
  const text = readFileSync(`${CASES}/${file}`, 'utf8')
  const read = readManifests(text, file)
  if (!read.ok) throw new Error(read.message)
  const evaluation = evaluateCase(name)
  const sources = new Map([[file, text]])
  const findings = locateFindings(evaluation.findings, {
    texts: sources,
    ofItem: (index) => {
      const item = read.items[index]
      return item && { file, text, slice: item.text, offset: item.offset }
    },
  })
  return { version: '1.2.3', findings, images: countImages(evaluation), sources }
}
