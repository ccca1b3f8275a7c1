import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { formatJson } from '../../src/formats/findings/json.ts'
import { formatJunit } from '../../src/formats/findings/junit.ts'
import { reportSchema } from '../../src/formats/findings/report-schema.ts'
import { formatSarif } from '../../src/formats/findings/sarif.ts'
import { REPORTS } from './reports.ts'
import { RULE_REPORTS } from './rule-reports.ts'
import { validateJunit, validateReport, validateSarif } from './validators.ts'

const ALL = [...Object.entries(REPORTS), ...RULE_REPORTS]

describe('every report is valid by the published schema:', () => {
  test.for(ALL)('%s as JSON', ([, report]) => {
    expect(validateReport(formatJson(report))).toEqual([])
  })

  test.for(ALL)('%s as SARIF', ([, report]) => {
    expect(validateSarif(formatSarif(report))).toEqual([])
  })

  test('all of them as JUnit', async () => {
    expect(await validateJunit(ALL.map(([, report]) => formatJunit(report)))).toEqual([])
  })
})

describe('the schemas are not blind:', () => {
  test('a report', () => {
    expect(validateReport('{"apiVersion": "golden-images.dev/v1alpha1", "kind": "Report"}')).not.toEqual([])
  })

  test('SARIF', () => {
    expect(validateSarif('{"version": "2.1.0", "runs": [{"results": []}]}')).not.toEqual([])
  })

  test('JUnit', async () => {
    const valid = formatJunit(REPORTS.clean ?? expect.fail())
    expect(await validateJunit([valid, valid.replaceAll('testcase', 'case')])).not.toEqual([])
    expect(await validateJunit([valid, valid.replace('no findings', '\u0001')])).not.toEqual([])
  })
})

test('the published schema of the report is the one in the source', () => {
  const json = {
    $id: 'https://golden-images.dev/schemas/v1alpha1/report.schema.json',
    ...z.toJSONSchema(reportSchema, { io: 'input' }),
  }
  expect(JSON.parse(readFileSync('schemas/report.schema.json', 'utf8'))).toEqual(json)
})
