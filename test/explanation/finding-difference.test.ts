import { expect, test } from 'vitest'
import { compareFindings, type SideFindings } from '../../src/explanation/finding-difference.ts'
import type { Finding } from '../../src/findings/finding.ts'

/** Findings of one rule on one template: as many count, are ignored, and would be there if the rule were not off. */
function side(counting: number, ignored = 0, off = 0): SideFindings {
  const finding: Finding = { rule: 'a', severity: 'error', message: 'b', template: 'c' }
  const many = (count: number, one: Finding) => Array.from({ length: count }, () => one)
  return {
    found: [...many(counting, finding), ...many(ignored, { ...finding, ignored: { reason: 'd' } })],
    off: many(off, finding),
  }
}

function counts(before: SideFindings, after: SideFindings): { [list: string]: number } {
  const lists = Object.entries(compareFindings(before, after)).filter(([, list]) => list.length > 0)
  return Object.fromEntries(lists.map(([name, list]) => [name, list.length]))
}

test.for<[name: string, before: SideFindings, after: SideFindings, expected: object]>([
  ['the same', side(2, 1), side(2, 1), {}],
  ['one of two is mended', side(2), side(1), { fixed: 1 }],
  ['one of two is ignored', side(2), side(1, 1), { ignored: 1 }],
  ['one is mended beside one that was ignored before', side(1, 1), side(0, 1), { fixed: 1 }],
  ['one is ignored, one is mended', side(2), side(0, 1), { ignored: 1, fixed: 1 }],
  ['the rule is off', side(2), side(0, 0, 2), { switchedOff: 2 }],
  ['the rule is off, and one is mended', side(2), side(0, 0, 1), { switchedOff: 1, fixed: 1 }],
  ['the rule was off', side(0, 0, 1), side(2), { switchedOn: 1, new: 1 }],
  ['one was ignored', side(0, 1), side(2), { noLongerIgnored: 1, new: 1 }],
  ['what was silent stays silent', side(0, 1), side(0, 0, 1), {}],
])('%s', ([, before, after, expected]) => {
  expect(counts(before, after)).toEqual(expected)
})
