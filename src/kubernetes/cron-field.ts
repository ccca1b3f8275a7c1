/** One field of a cron schedule. Source: github.com/robfig/cron/v3 parser.go (getField, getRange) and spec.go. */
import { goLowerAscii } from './go-text.ts'
import { parseInt64 } from './int64.ts'

export interface CronField {
  name: string
  least: bigint
  greatest: bigint
  /** Three-letter names for numbers, in lower case. */
  words: readonly string[]
  /** What the first word stands for. */
  firstWord: bigint
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

export const cronFields: readonly CronField[] = [
  { name: 'minute', least: 0n, greatest: 59n, words: [], firstWord: 0n },
  { name: 'hour', least: 0n, greatest: 23n, words: [], firstWord: 0n },
  { name: 'day of the month', least: 1n, greatest: 31n, words: [], firstWord: 0n },
  { name: 'month', least: 1n, greatest: 12n, words: months, firstWord: 1n },
  { name: 'day of the week', least: 0n, greatest: 6n, words: weekdays, firstWord: 0n },
]

/** What is wrong with a field's text: a list of ranges, of which empty ones do not count. */
export function cronFieldProblem(text: string, field: CronField): string | undefined {
  for (const range of text.split(',')) {
    const problem = range === '' ? undefined : rangeProblem(range, field)
    if (problem !== undefined) return `${field.name} ${JSON.stringify(text)}: ${problem}`
  }
  return undefined
}

function rangeProblem(range: string, field: CronField): string | undefined {
  const [ends = '', stepText, ...moreSteps] = range.split('/')
  const [lowText = '', highText, ...moreEnds] = ends.split('-')
  const star = lowText === '*' || lowText === '?'
  if (!star && moreEnds.length > 0) return 'has more than one `-`'
  if (moreSteps.length > 0) return 'has more than one `/`'

  const low = star ? field.least : numberOf(lowText, field)
  // What follows the `-` after a star is not looked at.
  const high = star ? field.greatest : highText === undefined ? low : numberOf(highText, field)
  if (low === undefined || high === undefined) return 'is no number, or no name that cron knows'
  const openEnd = !star && highText === undefined && stepText !== undefined

  if (stepText !== undefined) {
    const step = parseInt64(stepText)
    if (step === undefined || step <= 0n) return 'its step must be a positive number'
  }
  const last = openEnd ? field.greatest : high
  if (low < field.least || last > field.greatest) return `must be from ${field.least} to ${field.greatest}`
  return low > last ? 'begins after its end' : undefined
}

function numberOf(text: string, { words, firstWord }: CronField): bigint | undefined {
  const place = words.indexOf(goLowerAscii(text))
  if (place >= 0) return firstWord + BigInt(place)
  const number = parseInt64(text)
  return number !== undefined && number >= 0n ? number : undefined
}
