import { readFileSync } from 'node:fs'
import { describe, test } from 'vitest'
import { type ExampleCase, findCases } from './example-case.ts'
import { expectOutcome } from './expect-outcome.ts'
import { runCase } from './run-case.ts'
import { EXAMPLES, KPT_MISSING, KUSTOMIZES, nameWith, orSkip, pathWith } from './tools.ts'
import { UPDATING, updateExpected } from './update-expected.ts'

// As kpt's runner does: what is not the same each time shows.
const RUNS = 2

const examples = findCases(EXAMPLES)

describe.each(KUSTOMIZES)('examples with $name', ({ missing, folder }) => {
  for (const example of examples.filter(usesKustomize)) {
    test.skipIf(missing !== undefined || example.config.skip)(nameWith(example.name, missing), (context) => {
      check(example, pathWith(orSkip(folder, context.skip)))
    })
  }
})

describe('examples with kpt', () => {
  for (const example of examples.filter((one) => !usesKustomize(one))) {
    test.skipIf(KPT_MISSING !== undefined || example.config.skip)(nameWith(example.name, KPT_MISSING), () => {
      check(example, pathWith())
    })
  }
})

function usesKustomize({ script }: ExampleCase): boolean {
  return script !== undefined && /\bkustomize\b/.test(readFileSync(script, 'utf8'))
}

function check(example: ExampleCase, path: string): void {
  if (UPDATING) updateExpected(example, path)
  else for (let run = 0; run < RUNS; run++) expectOutcome(example, runCase(example, path))
}
