import { describe, expect, test } from 'vitest'
import { NATIVE } from '../../bench/contender.ts'
import { DIMENSIONS } from '../../bench/inputs/dimensions.ts'
import { run } from '../../src/run.ts'

/** Numbers get longer, too. */
const SLACK = 4000

describe('of whatever an input has many, the answer grows with it and no faster', () => {
  const ofFunction = DIMENSIONS.filter(({ without = [] }) => !without.includes(NATIVE))
  test.for(ofFunction)('$name', ({ text }) => {
    const lengths = [100, 200, 400].map((count) => {
      const { exitCode, stdout, stderr } = run(text(count))
      expect(exitCode, stderr).toBe(0)
      return stdout.length + stderr.length
    })
    expectLinear(lengths)
  })
})

function expectLinear([few = 0, more = 0, many = 0]: readonly number[]): void {
  expect(many - more).toBeLessThanOrEqual(2.2 * (more - few) + SLACK)
}
