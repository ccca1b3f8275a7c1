import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/findings/finding.ts'
import { artifactLocation } from '../../src/formats/findings/artifact-location.ts'
import { fingerprints } from '../../src/formats/findings/fingerprint.ts'
import type { Report } from '../../src/formats/findings/report.ts'
import { formatSarif } from '../../src/formats/findings/sarif.ts'
import { RULES } from '../../src/rules/index.ts'
import { at, HCO, NOT_TRIMMED, on, REPORTS, report } from './reports.ts'

interface Run {
  tool: { driver: { version: string; rules: { id: string; helpUri?: string }[] } }
  results: {
    ruleId: string
    ruleIndex?: number
    suppressions?: object[]
    fixes?: { artifactChanges: { replacements: { insertedContent: { text: string } }[] }[] }[]
    partialFingerprints: object
    locations: { physicalLocation?: object }[]
  }[]
}

function runOf(given: Report): Run {
  const log: { runs: Run[] } = JSON.parse(formatSarif(given))
  return log.runs[0] ?? expect.fail()
}

test('no findings are an empty list of results, beside every rule', () => {
  const run = runOf(report([]))
  expect(run.results).toEqual([])
  expect(run.tool.driver.version).toBe('1.2.3')
  expect(run.tool.driver.rules.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id))
})

test('a result points at its rule', () => {
  const { results, tool } = runOf(REPORTS.severities ?? expect.fail())
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex ?? -1]?.id).toBe(ruleId)
  const [unknown] = runOf(report([{ ...NOT_TRIMMED, rule: 'not-there' }])).results
  expect(unknown?.ruleIndex).toBeUndefined()
})

test('standard input is no artifact', () => {
  const [result] = runOf(REPORTS.stdin ?? expect.fail()).results
  expect(result?.locations).toHaveLength(1)
  expect(result?.locations[0]?.physicalLocation).toBeUndefined()
  expect(result?.fixes).toBeUndefined()
})

test('an ignored finding is suppressed, with its reason', () => {
  const { results } = runOf(REPORTS.ignored ?? expect.fail())
  expect(results.map(({ suppressions }) => suppressions)).toEqual([
    undefined,
    [{ kind: 'external', status: 'accepted', justification: 'retired in Q3' }],
  ])
})

describe('a fingerprint', () => {
  const [usual] = fingerprints([NOT_TRIMMED])
  const same: readonly (readonly [string, Finding])[] = [
    [
      'lines move',
      { ...NOT_TRIMMED, position: { file: 'x', start: 0, end: 1, line: 99, column: 1, endLine: 99, endColumn: 2 } },
    ],
    ['a template is put before', { ...NOT_TRIMMED, path: NOT_TRIMMED.path?.replace('[0]', '[1]') ?? '' }],
    ['wording changes', { ...NOT_TRIMMED, message: 'other words', severity: 'info', reference: 'x' }],
    ['it is ignored', { ...NOT_TRIMMED, ignored: { reason: 'x' } }],
  ]
  test.for(same)('stays the same when %s', ([, finding]) => {
    expect(fingerprints([finding])).toEqual([usual])
  })

  const { resource } = NOT_TRIMMED
  const different: readonly (readonly [string, Finding])[] = [
    ['rule', { ...NOT_TRIMMED, rule: 'x' }],
    ['cluster', { ...NOT_TRIMMED, cluster: 'x' }],
    ['template', { ...NOT_TRIMMED, template: 'x' }],
    ['path', { ...NOT_TRIMMED, path: 'x' }],
    ['value', { ...NOT_TRIMMED, currentValue: 'x' }],
    ['resource', { ...NOT_TRIMMED, ...(resource && { resource: { ...resource, name: 'x' } }) }],
  ]
  test.for(different)('is another one for another %s', ([, finding]) => {
    expect(fingerprints([finding])).not.toEqual([usual])
  })

  test('has 16 digits, and no two of a report are equal', () => {
    expect(usual).toMatch(/^[0-9a-f]{16}$/)
    expect(new Set(fingerprints([NOT_TRIMMED, NOT_TRIMMED, NOT_TRIMMED])).size).toBe(3)
  })
})

describe('a fix', () => {
  const path = 'spec.dataImportCronTemplates[0].spec.managedDataSource'
  const propose = (finding: Partial<Finding>, text = HCO) => {
    const [result] = runOf(report([on('a.yaml', text, path, finding)], { 'a.yaml': text })).results
    return result?.fixes?.[0]?.artifactChanges[0]?.replacements[0]?.insertedContent.text
  }

  test('replaces a scalar, however it is quoted', () => {
    const change = { currentValue: 'win2k22', proposedValue: 'w' }
    expect(propose(change)).toBe('"w"')
    expect(propose(change, HCO.replace(': win2k22\n', ": 'win2k22'\n"))).toBe('"w"')
    expect(propose(change, HCO.replace(': win2k22\n', ': "win2k22"\n'))).toBe('"w"')
    expect(propose({ ...change, proposedValue: null })).toBe('null')
  })

  test('is not made up where the position is not that of the whole value', () => {
    expect(propose({ proposedValue: 'w' })).toBeUndefined()
    expect(propose({ currentValue: 'other', proposedValue: 'w' })).toBeUndefined()
    expect(propose({ currentValue: 'win2k22', proposedValue: ['w'] })).toBeUndefined()
    const parts = { currentValue: 'win2k22', proposedValue: 'w' }
    expect(propose(parts, HCO.replace(': win2k22\n', ': "win\\\n          2k22"\n'))).toBeUndefined()
    expect(propose(parts, HCO.replace('managedDataSource: win2k22', 'other: 1'))).toBeUndefined()
  })
})

test('the address of a file is relative and a URI', () => {
  expect(artifactLocation('./a b/ü%.yaml')).toEqual({ uri: 'a%20b/%C3%BC%25.yaml', uriBaseId: '%SRCROOT%' })
  expect(artifactLocation('c:d/e#f?.yaml').uri).toBe('c%3Ad/e%23f%3F.yaml')
  expect(artifactLocation('a\ud800.yaml').uri).toBe('a%EF%BF%BD.yaml')
  expect(artifactLocation('/tmp/a b.yaml')).toEqual({ uri: 'file:///tmp/a%20b.yaml' })
})

test('a message can hold no link', () => {
  const given = report([at('a.yaml', { line: 1, column: 1, endLine: 1, endColumn: 1 }, { message: '[a](https://b)' })])
  expect(formatSarif(given)).toContain('"[a] (https://b)"')
})
