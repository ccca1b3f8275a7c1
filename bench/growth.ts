/** What one more of something costs: it must not depend on how many there are. */

/** So many, and what a run with them took: milliseconds of processor time where that is known, and bytes at its peak. */
export interface Point {
  readonly count: number
  readonly time: number
  readonly peak: number | undefined
}

export interface Growth {
  readonly last: Point
  /** Milliseconds for each one more, in the last step. */
  readonly each: number
  /** What that is of the same in the step before; undefined where the steps are too small to tell. */
  readonly time: number | undefined
  /** The same of memory. */
  readonly memory: number | undefined
}

/** A step of less is what a busy machine, or a garbage collector, does by itself. */
const LEAST_STEP = { time: 40, memory: 24e6 }
/** Sorting takes a little more for each of more; twice as much for each of four times as many is on the way to a square. */
const LARGEST_FACTOR = { time: 1.6, memory: 1.6 }

/** Of three points at least. */
export function growthOf(points: readonly Point[]): Growth {
  const [first, middle, last] = points.slice(-3)
  if (!first || !middle || !last) throw new Error('growth needs three points')
  const factor = (measure: (point: Point) => number, least: number) => {
    const step = measure(last) - measure(middle)
    const before = Math.max(measure(middle) - measure(first), least / 4)
    return step < least ? undefined : each(step, middle, last) / each(before, first, middle)
  }
  return {
    last,
    each: each(last.time - middle.time, middle, last),
    time: factor(({ time }) => time, LEAST_STEP.time),
    memory: last.peak === undefined ? undefined : factor(({ peak = 0 }) => peak, LEAST_STEP.memory),
  }
}

export function isLinear({ time = 0, memory = 0 }: Growth): boolean {
  return time <= LARGEST_FACTOR.time && memory <= LARGEST_FACTOR.memory
}

function each(cost: number, from: Point, to: Point): number {
  return cost / (to.count - from.count)
}
