import { expect, test } from 'vitest'
import type { Finding } from '../../src/findings/finding.ts'
import { formatJunit } from '../../src/formats/findings/junit.ts'
import { NOT_TRIMMED, report } from './reports.ts'

function names(findings: readonly Finding[]): string[] {
  return [...formatJunit(report(findings)).matchAll(/<testcase name="([^"]*)" classname="([^"]*)"/g)].map(
    ([, name = '', classname = '']) => `${classname} ${name.slice(-3)}`,
  )
}

test('the name of a case depends on no other rule, and is there once', () => {
  const other = { ...NOT_TRIMMED, rule: 'another' }
  expect(names([NOT_TRIMMED, other, NOT_TRIMMED, other])).toEqual([
    'HCOGoldenImageWithNoSupportedArchitecture ;]`',
    'another ;]`',
    'HCOGoldenImageWithNoSupportedArchitecture  #2',
    'another  #2',
  ])
})

test('what is only worth knowing passes, what is ignored is skipped', () => {
  const output = formatJunit(
    report([
      { ...NOT_TRIMMED, severity: 'info' },
      { ...NOT_TRIMMED, ignored: { reason: 'r' } },
    ]),
  )
  expect(output).toContain('tests="2" failures="0" errors="0" skipped="1"')
  expect(output).not.toContain('<failure')
  expect(output).toContain('<skipped>r</skipped>')
})
