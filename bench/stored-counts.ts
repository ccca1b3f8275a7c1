/** The counts in instructions.json, and what they hold for. */
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { defaultTarget } from '../scripts/executable-target.ts'
import { versionOf } from './build.ts'
import { BENCH } from './paths.ts'

export interface Counts {
  readonly [input: string]: number
}

/** What the instructions depend on beside the source. */
export interface Toolchain {
  readonly [tool: string]: string
}

export interface StoredCounts {
  readonly toolchain: Toolchain
  readonly instructions: Counts
}

const FILE = resolve(BENCH, 'instructions.json')

export function readStoredCounts(): StoredCounts {
  const stored: StoredCounts = JSON.parse(readFileSync(FILE, 'utf8'))
  return stored
}

export function storeCounts(instructions: Counts): void {
  writeFileSync(FILE, `${JSON.stringify({ toolchain: describeToolchain(), instructions }, undefined, 2)}\n`)
}

export function describeToolchain(): Toolchain {
  return {
    target: defaultTarget() ?? 'none',
    cargo: versionOf('cargo', '--version') ?? 'none',
    cc: versionOf('cc', '--version') ?? 'none',
    valgrind: versionOf('valgrind', '--version') ?? 'none',
  }
}

/** One line for each tool that is another one now. */
export function differencesOf(stored: Toolchain, present: Toolchain): readonly string[] {
  return Object.keys(present).flatMap((tool) =>
    stored[tool] === present[tool] ? [] : [`${tool}: ${stored[tool] ?? 'unknown'} when stored, ${present[tool]} now`],
  )
}
