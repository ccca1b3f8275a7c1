/** The function beside Go, in each style in which people and tools write: one row a style. */
import { printGoal, ratioOf } from './comparison.ts'
import { type Contender, GO, NATIVE, NODE } from './contender.ts'
import { printNumber } from './figures.ts'
import { inStyle, PLAIN, STYLES } from './inputs/styles.ts'
import { writeInput } from './paths.ts'
import { type Rounds, runRounds } from './rounds.ts'
import type { Stopwatch } from './stopwatch.ts'
import { left, printTable, right } from './table.ts'

const SECONDS_AN_INPUT = 4
/** How many Nodes, and what part of Go's time the executable may take. */
const INPUTS = [
  { nodes: 12, atMost: 0.9 },
  { nodes: 2000, atMost: 0.5 },
]

const COLUMNS = [
  left('style'),
  ...INPUTS.flatMap(({ nodes }) => [
    right(`${nodes} Nodes: ${NATIVE} ÷ ${GO}`),
    right(`${NODE} ÷ ${GO}`),
    left('goal'),
  ]),
]

export function compareStyles(contenders: readonly Contender[], watch: Stopwatch, rounds: number | undefined): string {
  const compared = contenders.filter(({ name }) => [NATIVE, NODE, GO].includes(name))
  const rows = [PLAIN, ...STYLES].map((style) => [
    style.name,
    ...INPUTS.flatMap(({ nodes, atMost }) => {
      const input = writeInput(`style-${style.file}-${nodes}`, inStyle(style, nodes))
      return cellsOf(runRounds(compared, input, watch, { rounds, seconds: SECONDS_AN_INPUT }), atMost)
    }),
  ])
  return printTable(COLUMNS, rows)
}

function cellsOf(rounds: Rounds, atMost: number): string[] {
  const [native, node] = [NATIVE, NODE].map((ours) => ratioOf(rounds, 'time', ours, GO))
  const goal = printGoal({ of: NATIVE, against: GO, measure: 'time', atMost }, native)
  return [native ? printNumber(native.median) : '', node ? printNumber(node.median) : '', goal]
}
