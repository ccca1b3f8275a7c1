import { parseArgs } from 'node:util'
import type { Property } from './property.ts'

export interface Options {
  readonly properties: readonly Property[]
  readonly seed: number
  /** Of each property. */
  readonly runs: number
  readonly seconds: number
}

const DEFAULT_SECONDS = 60

/** Throws what is wrong with the command line. */
export function readOptions(args: readonly string[], known: readonly Property[], anySeed: number): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      property: { type: 'string', multiple: true },
      seed: { type: 'string' },
      runs: { type: 'string' },
      seconds: { type: 'string' },
    },
  })
  const runs = readNumber('runs', values.runs)
  return {
    properties: readProperties(values.property, known),
    seed: readNumber('seed', values.seed) ?? anySeed,
    runs: runs ?? Number.POSITIVE_INFINITY,
    seconds: readNumber('seconds', values.seconds) ?? (runs === undefined ? DEFAULT_SECONDS : Number.POSITIVE_INFINITY),
  }
}

function readProperties(names: readonly string[] | undefined, known: readonly Property[]): readonly Property[] {
  if (names === undefined) return known.filter(({ missing }) => missing === undefined)
  return names.map((name) => {
    const property = known.find((one) => one.name === name)
    if (!property) throw new Error(`--property knows ${known.map((one) => one.name).join(', ')}, not \`${name}\``)
    if (property.missing !== undefined) throw new Error(`--property ${name} can't be tried: ${property.missing}`)
    return property
  })
}

function readNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 1)
    throw new Error(`--${option} must be a number from 1, not \`${text}\``)
  return number
}
