import { expect, test } from 'vitest'
import { printGoal } from '../../bench/comparison.ts'
import { compareCounts } from '../../bench/guard.ts'
import { left, printTable, right } from '../../bench/table.ts'

test('a table is Markdown whose columns stand in line', () => {
  const rows = [
    ['a', '1'],
    ['long name', '1,000'],
  ]
  expect(`\n${printTable([left('input'), right('ms')], rows)}`).toBe(`
| input     |    ms |
| --------- | ----: |
| a         |     1 |
| long name | 1,000 |
`)
})

test('a goal says whether it is met', () => {
  const goal = { of: 'a', against: 'b', measure: 'time', atMost: 0.25 } as const
  expect(printGoal(goal, { median: 0.25, low: 0.2, high: 0.3 })).toBe('time 0.250 ≤ 0.25 ✓')
  expect(printGoal(goal, { median: 0.26, low: 0.2, high: 0.3 })).toBe('time 0.260 > 0.25 ✗')
  expect(printGoal(goal, undefined)).toBe('time ≤ 0.25: not measured')
})

test('counts within the margin are as stored', () => {
  const stored = { same: 100, slower: 100, faster: 100 }
  const verdicts = compareCounts(stored, { same: 105, slower: 106, faster: 94, other: 1 })
  expect(verdicts.map(({ input, verdict }) => [input, verdict])).toEqual([
    ['same', 'as stored'],
    ['slower', 'more'],
    ['faster', 'less'],
    ['other', 'not stored'],
  ])
})
