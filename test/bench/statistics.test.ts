import { expect, test } from 'vitest'
import { printNumber, printSummary } from '../../bench/figures.ts'
import { stepsOf } from '../../bench/linearity.ts'
import { summarize, summarizeRatios } from '../../bench/statistics.ts'

test('a summary is the median with its quartiles, whatever the order', () => {
  expect(summarize([5, 1, 4, 2, 3])).toEqual({ median: 3, low: 2, high: 4 })
  expect(summarize([10, 20])).toEqual({ median: 15, low: 12.5, high: 17.5 })
  expect(summarize([7])).toEqual({ median: 7, low: 7, high: 7 })
  expect(() => summarize([])).toThrow('no values')
})

test('a ratio is taken pair by pair', () => {
  // The second round met a machine that was ten times as slow.
  expect(summarizeRatios([1, 10, 1], [2, 20, 2])).toEqual({ median: 0.5, low: 0.5, high: 0.5 })
  expect(() => summarizeRatios([1], [])).toThrow('in pairs')
})

test('figures have three digits', () => {
  expect([0.01234, 1.234, 12.34, 123.4, 1234].map(printNumber)).toEqual(['0.012', '1.23', '12.3', '123', '1,234'])
  expect(printSummary({ median: 2, low: 1.5, high: 2.5 })).toBe('2.00 (1.50–2.50)')
})

test('what one more costs is told by the difference to fewer, so that the start does not count', () => {
  const points = [
    [1, 12],
    [11, 22],
    [111, 322],
  ].map(([count = 0, time = 0]) => ({ count, time: summarize([time]) }))
  expect(stepsOf(points).map(({ each, factor }) => [each, factor])).toEqual([
    [undefined, undefined],
    [1, undefined],
    [3, 3],
  ])
})
