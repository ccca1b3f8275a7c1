/**
 * `npm run bench:instructions`: counts what the executable executes and compares that with instructions.json; fails when
 * it became more. `--update` stores the counts.
 */
import { existsSync } from 'node:fs'
import { relative } from 'node:path'
import { versionOf } from './build.ts'
import { countInstructions } from './callgrind.ts'
import { compareCounts, MARGIN, printComparisons } from './guard.ts'
import * as lists from './inputs/resource-list.ts'
import { inStyle, STYLES } from './inputs/styles.ts'
import { EXECUTABLE, ROOT, writeInput } from './paths.ts'
import { type Counts, describeToolchain, differencesOf, readStoredCounts, storeCounts } from './stored-counts.ts'

const STYLED_NODES = 50

const INPUTS: readonly (readonly [name: string, text: string])[] = [
  ['empty', lists.EMPTY],
  ['1', lists.withDeployments(1)],
  ['100', lists.withDeployments(100)],
  ['1000', lists.withDeployments(1000)],
  ['slim-nodes', lists.withSlimNodes(500)],
  ['full-nodes', lists.withFullNodes(10)],
  ...STYLES.map((style) => [style.file, inStyle(style, STYLED_NODES)] as const),
]
const UPDATE = 'npm run bench:instructions -- --update'

const missing = findMissing()
if (missing === undefined) guard(process.argv.includes('--update'))
else process.stdout.write(`instructions are not counted: ${missing}\n`)

function findMissing(): string | undefined {
  if (!existsSync(EXECUTABLE)) return `no ${relative(ROOT, EXECUTABLE)}; \`npm run build:executable\` makes it`
  return versionOf('valgrind', '--version') === undefined ? 'no valgrind on the PATH' : undefined
}

function guard(update: boolean): void {
  const counted = count()
  const stored = readStoredCounts()
  const comparisons = compareCounts(stored.instructions, counted)
  process.stdout.write(printComparisons(comparisons))
  if (update) {
    storeCounts(counted)
    process.stdout.write('stored in bench/instructions.json\n')
    return
  }
  const differences = differencesOf(stored.toolchain, describeToolchain())
  const more = comparisons.some(({ verdict }) => verdict === 'more')
  if (more) process.stdout.write(`more than ${MARGIN * 100} % above what is stored; if that is meant: ${UPDATE}\n`)
  if (comparisons.some(({ verdict }) => verdict === 'less' || verdict === 'not stored')) {
    process.stdout.write(`bench/instructions.json is out of date: ${UPDATE}\n`)
  }
  for (const difference of differences) process.stdout.write(`note: ${difference}, so that nothing fails\n`)
  if (more && differences.length === 0) process.exitCode = 1
}

function count(): Counts {
  return Object.fromEntries(INPUTS.map(([name, text]) => [name, countInstructions(EXECUTABLE, writeInput(name, text))]))
}
