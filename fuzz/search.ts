import fc from 'fast-check'
import type { Options } from './options.ts'
import type { Input, Property } from './property.ts'
import { reduce } from './reduce.ts'

/** Small enough to look at the clock often, large enough to cost nothing: each has a seed of its own. */
export const BATCH = 100

export interface Found {
  readonly property: Property
  /** Of the batch. */
  readonly seed: number
  readonly input: Input
  /** What did not hold. */
  readonly message: string
}

export type Counts = ReadonlyMap<string, number>

/** Tries the properties by turns, until the runs or the time are spent or one does not hold. */
export function search(options: Options, onProgress: (counts: Counts) => void): Found | undefined {
  const end = performance.now() + options.seconds * 1000
  const counts = new Map(options.properties.map(({ name }) => [name, 0]))
  for (let batch = 0; ; batch++) {
    for (const property of options.properties) {
      const done = counts.get(property.name) ?? 0
      const runs = Math.min(BATCH, options.runs - done)
      if (runs <= 0 || performance.now() >= end) return undefined
      const found = tryBatch(property, options.seed + batch, runs)
      counts.set(property.name, done + runs)
      onProgress(counts)
      if (found) return found
    }
  }
}

function tryBatch(property: Property, seed: number, numRuns: number): Found | undefined {
  const holds = fc.property(property.inputs, (input) => {
    property.check(input)
  })
  const { failed, counterexample } = fc.check(holds, { seed, numRuns })
  const [smallest] = counterexample ?? []
  if (!failed || smallest === undefined) return undefined
  const input = reduce(smallest, (smaller) => messageOf(property, smaller) !== undefined)
  return { property, seed, input, message: messageOf(property, input) ?? 'it held when it was tried again' }
}

/** Undefined when the property holds. */
function messageOf(property: Property, input: Input): string | undefined {
  try {
    property.check(input)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
