import { deepStrictEqual } from 'node:assert/strict'
import { run } from '../../src/run.ts'
import { missing, startAsRun } from '../../test/native/executable.ts'
import { anyText } from '../inputs/any-text.ts'
import type { Property } from '../property.ts'

/** The executable answers byte for byte what the code answers under Node, which fails in none of its own ways. */
export const bothBuilds: Property = {
  name: 'both-builds',
  inputs: anyText,
  missing: missing || undefined,
  check: ({ text }) => deepStrictEqual(startAsRun(text), { ...run(text) }),
}
