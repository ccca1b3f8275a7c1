import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyIgnores } from '../../src/findings/apply-ignores.ts'
import type { Finding } from '../../src/findings/finding.ts'
import type { Ignore } from '../../src/findings/ignore.ts'

const word = fc.constantFrom('a', 'b')
const findings = fc.array(
  fc
    .record({ rule: word, template: word, cluster: word }, { requiredKeys: ['rule'] })
    .map((finding): Finding => ({ ...finding, severity: 'error', message: '' })),
)
const entries = fc.array(
  fc.record({ rule: word, template: word, cluster: word, reason: fc.string() }, { requiredKeys: ['rule', 'reason'] }),
)

const TEXTS = new Map<string, string>()

test('the first entry that fits a finding counts, and what fits none is unused', () => {
  fc.assert(
    fc.property(findings, entries, (given, ignore) => {
      const { findings: applied, unusedEntries } = applyIgnores(given, { all: [ignore], of: () => ignore }, TEXTS)
      const reasons = given.map((finding) => ignore.find((entry) => fits(entry, finding))?.reason.trim())
      expect(applied.map(({ ignored }) => ignored?.reason)).toEqual(reasons)
      expect(unusedEntries).toEqual(ignore.filter((entry) => !given.some((finding) => fits(entry, finding))))
    }),
    { numRuns: 1000 },
  )
})

function fits(entry: Ignore, finding: Finding): boolean {
  return (
    entry.rule === finding.rule &&
    (entry.template === undefined || entry.template === finding.template) &&
    (entry.cluster === undefined || entry.cluster === finding.cluster)
  )
}

test('a hundred thousand entries on a hundred thousand findings', { timeout: 60_000 }, () => {
  const names = Array.from({ length: 100_000 }, (_, index) => `template-${index}`)
  const given = names.map((template): Finding => ({ rule: 'a', severity: 'error', message: '', template }))
  const ignore = names.map((template) => ({ rule: 'a', template, reason: 'known' }))
  const { findings: applied, unusedEntries } = applyIgnores(given, { all: [ignore], of: () => ignore }, TEXTS)
  expect(applied.every(({ ignored }) => ignored)).toBe(true)
  expect(unusedEntries).toEqual([])
})
