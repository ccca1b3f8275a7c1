/** Runs everything on more and more of everything that an input can have many of. */
import { successesOf } from './build.ts'
import { type Face, findFaces } from './faces.ts'
import { printMegabytes, printNumber } from './figures.ts'
import { type Growth, growthOf, isLinear, type Point } from './growth.ts'
import { DIMENSIONS, type Dimension } from './inputs/dimensions.ts'
import type { Run, Stopwatch } from './stopwatch.ts'
import { left, printTable, right } from './table.ts'

const COUNTS = [1, 250, 1000, 4000, 16_000]
const FEWEST_COUNTS = 3
/** Milliseconds: a run that takes longer is the last of its row. */
const LONG_RUN = 800

const COLUMNS = [
  left('many'),
  left('run'),
  right('at most'),
  right('CPU ms'),
  right('peak MB'),
  right('ms for each more'),
  right('factor'),
  right('of memory'),
  left('linear'),
]

export function measureLinearity(watch: Stopwatch): string {
  const faces = successesOf(findFaces())
  const rows = DIMENSIONS.flatMap((dimension) =>
    faces
      .filter(({ name }) => !dimension.without?.includes(name))
      .map((face, index) => {
        const row = printRow(index === 0 ? dimension.name : '', face, growthOf(measure(face, dimension, watch)))
        process.stderr.write(`${dimension.name}: ${row.slice(1).join(' ')}\n`)
        return row
      }),
  )
  return printTable(COLUMNS, rows)
}

/** The least of three runs where these are short. */
function measure(face: Face, dimension: Dimension, watch: Stopwatch): Point[] {
  const points: Point[] = []
  for (const count of new Set(COUNTS.map((count) => Math.min(count, dimension.most ?? count)))) {
    if (points.length >= FEWEST_COUNTS && (points.at(-1)?.time ?? 0) > LONG_RUN) break
    const { command, input } = face.prepare(dimension, count)
    const runs = [watch(command, input)]
    while (runs.length < 3 && timeOf(runs[0]) < LONG_RUN / 4) runs.push(watch(command, input))
    const peaks = runs.flatMap(({ peak }) => peak ?? [])
    const time = Math.min(...runs.map(timeOf))
    points.push({ count, time, peak: peaks.length > 0 ? Math.min(...peaks) : undefined })
  }
  return points
}

function timeOf(run: Run | undefined): number {
  return run?.cpu ?? run?.wall ?? 0
}

function printRow(name: string, face: Face, growth: Growth): string[] {
  const { last, each, time, memory } = growth
  return [
    name,
    face.name,
    last.count.toLocaleString('en-US'),
    printNumber(last.time),
    last.peak === undefined ? '' : printMegabytes(last.peak),
    printNumber(Math.max(each, 0)),
    time === undefined ? '' : printNumber(time),
    memory === undefined ? '' : printNumber(memory),
    isLinear(growth) ? '✓' : '✗',
  ]
}
