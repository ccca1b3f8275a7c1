/** The function against its peers: one table. */
import type { Case, Goal } from './cases.ts'
import { BARE_NODE, type Contender, NATIVE, NODE } from './contender.ts'
import { printMegabytes, printNumber, printSummary } from './figures.ts'
import { writeInput } from './paths.ts'
import { type Effort, type Rounds, runRounds } from './rounds.ts'
import { type Summary, summarize, summarizeRatios } from './statistics.ts'
import type { Run, Stopwatch } from './stopwatch.ts'
import { left, printTable, right } from './table.ts'

const SECONDS_A_CASE = 15
const OURS = [NATIVE, NODE]

const COLUMNS = [
  left('input'),
  left('run'),
  right('rounds'),
  right('ms (quartiles)'),
  right('CPU ms'),
  right('peak MB'),
  ...OURS.map((name) => right(`${name} ÷ it`)),
  left('goal'),
]

export function compare(
  cases: readonly Case[],
  contenders: readonly Contender[],
  watch: Stopwatch,
  rounds: number | undefined,
): string {
  const rows = cases.flatMap((each) => {
    const effort: Effort = { rounds, seconds: SECONDS_A_CASE }
    // A Node that does nothing does not read either.
    const here = contenders.filter(({ name }) => name !== BARE_NODE || each.goals.some((goal) => goal.against === name))
    return rowsOf(each, runRounds(here, writeInput(each.file, each.text()), watch, effort))
  })
  return printTable(COLUMNS, rows)
}

function rowsOf({ name: input, goals }: Case, rounds: Rounds): string[][] {
  return [...rounds].map(([name, runs], index) => [
    index === 0 ? input : '',
    name,
    String(runs.length),
    printSummary(summarize(runs.map(({ wall }) => wall))),
    medianOf(runs, 'cpu', printNumber),
    medianOf(runs, 'peak', printMegabytes),
    ...OURS.map((ours) => printRatio(ratioOf(rounds, 'time', ours, name))),
    goals
      .filter(({ against }) => against === name)
      .map((goal) => printGoal(goal, ratioOf(rounds, goal.measure, goal.of, name)))
      .join('; '),
  ])
}

function medianOf(runs: readonly Run[], field: 'cpu' | 'peak', print: (value: number) => string): string {
  const values = runs.flatMap((run) => run[field] ?? [])
  return values.length === 0 ? '' : print(summarize(values).median)
}

/** Undefined when one of both was not measured. */
export function ratioOf(rounds: Rounds, measure: Goal['measure'], ours: string, theirs: string): Summary | undefined {
  if (ours === theirs) return undefined
  const [numerators, denominators] = [ours, theirs].map((name) =>
    (rounds.get(name) ?? []).flatMap((run) => (measure === 'time' ? run.wall : (run.peak ?? []))),
  )
  if (!numerators?.length || numerators.length !== denominators?.length) return undefined
  return summarizeRatios(numerators, denominators)
}

function printRatio(ratio: Summary | undefined): string {
  return ratio === undefined ? '' : printSummary(ratio)
}

/** `time 0.71 ≤ 0.9 ✓`, or `✗` when it is missed. */
export function printGoal({ measure, atMost }: Goal, ratio: Summary | undefined): string {
  if (ratio === undefined) return `${measure} ≤ ${atMost}: not measured`
  const met = ratio.median <= atMost
  return `${measure} ${printNumber(ratio.median)} ${met ? '≤' : '>'} ${atMost} ${met ? '✓' : '✗'}`
}
