import { parseArgs } from 'node:util'

export const PARTS = ['start', 'deployments', 'nodes', 'styles', 'linearity', 'orchestrators'] as const

export type Part = (typeof PARTS)[number]

export interface Options {
  readonly parts: readonly Part[]
  /** Of every measurement; undefined: as many as fit into a few minutes. */
  readonly rounds: number | undefined
}

/** Throws what is wrong with the command line. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: { only: { type: 'string', multiple: true }, rounds: { type: 'string' } },
  })
  return { parts: readParts(values.only), rounds: readRounds(values.rounds) }
}

function readParts(only: readonly string[] | undefined): readonly Part[] {
  if (only === undefined) return PARTS
  const named = only.flatMap((names) => names.split(','))
  const unknown = named.find((name) => !PARTS.some((part) => part === name))
  if (unknown !== undefined) throw new Error(`--only knows ${PARTS.join(', ')}, not \`${unknown}\``)
  return PARTS.filter((part) => named.includes(part))
}

function readRounds(rounds: string | undefined): number | undefined {
  if (rounds === undefined) return undefined
  const number = Number(rounds)
  if (!Number.isSafeInteger(number) || number < 1)
    throw new Error(`--rounds must be a number from 1, not \`${rounds}\``)
  return number
}
