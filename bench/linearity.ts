/** What one more of something costs: it must not depend on how many there are. */
import type { Contender } from './contender.ts'
import { printNumber, printSummary } from './figures.ts'
import * as lists from './inputs/resource-list.ts'
import { writeInput } from './paths.ts'
import { runRounds } from './rounds.ts'
import { type Summary, summarize } from './statistics.ts'
import type { Stopwatch } from './stopwatch.ts'
import { left, printTable, right } from './table.ts'

const SECONDS_A_COUNT = 3
/** Beyond that one more costs more than noise explains. */
const LARGEST_FACTOR = 1.25

const SERIES = [
  { unit: 'template', counts: [1, 10, 100, 1000], text: lists.withTemplates },
  { unit: 'Node', counts: [10, 100, 1000, 10_000], text: lists.withSlimNodes },
  { unit: 'cluster', counts: [1, 10, 100, 300], text: lists.withClusters },
] as const

/** A count, and the milliseconds that it took; of processor time where that is known, which others disturb less. */
interface Point {
  readonly count: number
  readonly time: Summary
}

interface Step extends Point {
  /** Milliseconds a unit since the point before. */
  readonly each: number | undefined
  /** What that is of the same a step earlier. */
  readonly factor: number | undefined
}

export function measureLinearity(contender: Contender, watch: Stopwatch, rounds: number | undefined): string {
  return SERIES.map(({ unit, counts, text }) => {
    const points = counts.map((count): Point => {
      const input = writeInput(`${unit}-${count}`, text(count))
      const runs = runRounds([contender], input, watch, { rounds, seconds: SECONDS_A_COUNT }).get(contender.name) ?? []
      return { count, time: summarize(runs.map(({ cpu, wall }) => cpu ?? wall)) }
    })
    return printSteps(unit, stepsOf(points))
  }).join('\n')
}

export function stepsOf(points: readonly Point[]): readonly Step[] {
  const costs = points.map((point, index) => costOf(point, points[index - 1]))
  return points.map((point, index) => {
    const [each, before] = [costs[index], costs[index - 1]]
    return { ...point, each, factor: each === undefined || before === undefined ? undefined : each / before }
  })
}

function costOf(point: Point, before: Point | undefined): number | undefined {
  return before && (point.time.median - before.time.median) / (point.count - before.count)
}

function printSteps(unit: string, steps: readonly Step[]): string {
  const columns = [
    right(`${unit}s`),
    right('CPU ms (quartiles)'),
    right(`ms for each ${unit} more`),
    right('factor'),
    left('linear'),
  ]
  const rows = steps.map(({ count, time, each, factor }) => [
    count.toLocaleString('en-US'),
    printSummary(time),
    each === undefined ? '' : printNumber(each),
    factor === undefined ? '' : printNumber(factor),
    factor === undefined ? '' : verdict(factor),
  ])
  return printTable(columns, rows)
}

function verdict(factor: number): string {
  return factor <= LARGEST_FACTOR ? '✓' : '✗'
}
