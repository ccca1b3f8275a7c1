import { expect, test } from 'vitest'
import { printNumber, printSummary } from '../../bench/figures.ts'
import { growthOf, isLinear } from '../../bench/growth.ts'
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

const grown = (cost: (count: number) => number, memory: (count: number) => number) =>
  growthOf([1, 1000, 4000, 16_000].map((count) => ({ count, time: cost(count), peak: memory(count) })))

test('growth is told by what each more costs, so that the start does not count', () => {
  const even = grown(
    (count) => 100 + count / 10,
    (count) => 5e7 + count * 1e4,
  )
  expect(even).toMatchObject({ each: 0.1, last: { count: 16_000 } })
  expect(even.time).toBeCloseTo(1)
  expect(even.memory).toBeCloseTo(1)
  expect(isLinear(even)).toBe(true)
})

test('a square is no straight line, in time or in memory, and neither is half of one', () => {
  const flat = () => 100
  const square = (count: number) => count ** 2 / 1e4
  expect(grown(square, flat).time).toBeCloseTo(4)
  expect(isLinear(grown(square, flat))).toBe(false)
  expect(isLinear(grown((count) => square(count) + count, flat))).toBe(false)
  expect(isLinear(grown(flat, (count) => square(count) * 1e4))).toBe(false)
})

test('sorting is linear enough, and noise is no growth', () => {
  expect(
    isLinear(
      grown(
        (count) => (count * Math.log(count)) / 100,
        () => 100,
      ),
    ),
  ).toBe(true)
  expect(
    grown(
      (count) => 100 + (count % 3),
      () => 5e7,
    ),
  ).toMatchObject({ time: undefined, memory: undefined })
})
