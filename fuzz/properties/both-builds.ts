import { deepStrictEqual } from 'node:assert/strict'
import { run } from '../../src/run.ts'
import { EXECUTABLE_MISSING, startExecutable } from '../../test/native/executable.ts'
import { anyText } from '../inputs/any-text.ts'
import type { Property } from '../property.ts'

/** The executable answers byte for byte what the code answers under Node, which fails in none of its own ways. */
export const bothBuilds: Property = {
  name: 'both-builds',
  inputs: anyText,
  missing: EXECUTABLE_MISSING,
  check: ({ text }) => deepStrictEqual(startExecutable(text), { ...run(text) }),
}
