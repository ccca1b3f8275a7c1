import type { Contender } from './contender.ts'
import type { Run, Stopwatch } from './stopwatch.ts'

/** How many rounds: as many as was said, else as many as fit into so many seconds. */
export interface Effort {
  readonly rounds: number | undefined
  readonly seconds: number
}

/** The runs of each contender, by its name; those of one index were one round. */
export type Rounds = ReadonlyMap<string, readonly Run[]>

const FEWEST = 3
const MOST = 40
/** A first round warms caches up and tells how long one takes; when that is longer, it has to count. */
const LONGEST_WARM_UP = 5000

/** Runs every contender once a round, so that whatever slows the machine down meets all of them alike. */
export function runRounds(
  contenders: readonly Contender[],
  input: string,
  watch: Stopwatch,
  { rounds, seconds }: Effort,
): Rounds {
  const first = runRound(contenders, input, watch)
  const duration = [...first.values()].reduce((sum, { wall }) => sum + wall, 0)
  const wanted = rounds ?? Math.min(MOST, Math.max(FEWEST, Math.floor((seconds * 1000) / duration)))
  const counted = duration > LONGEST_WARM_UP ? [first] : []
  while (counted.length < wanted) counted.push(runRound(rotate(contenders, counted.length), input, watch))
  return new Map(contenders.map(({ name }) => [name, counted.flatMap((round) => round.get(name) ?? [])]))
}

function runRound(contenders: readonly Contender[], input: string, watch: Stopwatch): Map<string, Run> {
  return new Map(contenders.map(({ name, command }) => [name, watch(command, input)]))
}

function rotate<T>(values: readonly T[], by: number): readonly T[] {
  const start = values.length === 0 ? 0 : by % values.length
  return [...values.slice(start), ...values.slice(0, start)]
}
