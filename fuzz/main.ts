/**
 * Looks for inputs of which a property does not hold: `npm run fuzz`, with `-- --seconds N`, `--runs N` of each property,
 * `--property NAME` (repeatable) and `--seed S`. What is found is made small and becomes a file that a test replays.
 * Ends with 1 when something was found, and with 2 when the command line is wrong.
 */
import { writeFound } from './found.ts'
import { type Options, readOptions } from './options.ts'
import { PROPERTIES } from './properties/index.ts'
import { BATCH, type Counts, search } from './search.ts'

const PROGRESS_SECONDS = 10

function main(): number {
  let options: Options
  try {
    options = readOptions(process.argv.slice(2), PROPERTIES, 1 + Math.floor(Math.random() * 1e9))
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    return 2
  }
  for (const { name, missing } of PROPERTIES) if (missing !== undefined) console.log(`${name} is left out: ${missing}`)
  console.log(`seed ${options.seed}`)
  let counts: Counts = new Map()
  let printed = performance.now()
  const found = search(options, (now) => {
    counts = now
    if (performance.now() - printed < PROGRESS_SECONDS * 1000) return
    printed = performance.now()
    console.log(summary(counts))
  })
  console.log(summary(counts))
  if (!found) return 0
  const { property, seed, input, message } = found
  console.log(`${property.name} does not hold of ${writeFound(property.name, input)}:\n\n${message}\n`)
  console.log(`again: npm run fuzz -- --property ${property.name} --seed ${seed} --runs ${BATCH}`)
  return 1
}

function summary(counts: Counts): string {
  const megabytes = Math.round(process.memoryUsage.rss() / 1e6)
  return `${[...counts].map(([name, count]) => `${count} ${name}`).join(', ')} (${megabytes} MB)`
}

process.exitCode = main()
