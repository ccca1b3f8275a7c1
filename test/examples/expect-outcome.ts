import { expect } from 'vitest'
import { type ExampleCase, readExpected } from './example-case.ts'
import type { CaseOutcome } from './run-case.ts'

/** Holds an outcome against what the example expects, in the order in which a reader wants to know. */
export function expectOutcome(example: ExampleCase, outcome: CaseOutcome): void {
  const { config, expected } = example
  expect(outcome.exitCode, outcome.stderr).toBe(config.exitCode)
  expectOutput(example, outcome)
  expect(strip(outcome.results, config.actualStripLines)).toBe(readExpected(expected, 'results.yaml').trim())
  const normalize = (diff: string) => normalizeDiff(diff, config.diffStripRegEx)
  expect(normalize(outcome.diff)).toBe(normalize(readExpected(expected, 'diff.patch').trim()))
  expect(outcome.diffOfSecondRun, 'a second run must change nothing').toBe('')
}

/** A script's output is held as a whole; of kpt's, which differs by release, what the example names must be there. */
function expectOutput({ config, script }: ExampleCase, outcome: CaseOutcome): void {
  const stderr = strip(outcome.stderr, config.stdErrStripLines)
  if (script === undefined) {
    expect(outcome.stdout).toContain(config.stdOut)
    expect(stderr).toContain(config.stdErr)
  } else {
    expect(withoutTrailingBlanks(outcome.stdout)).toBe(withoutTrailingBlanks(config.stdOut))
    expect(withoutTrailingBlanks(stderr)).toBe(withoutTrailingBlanks(config.stdErr))
  }
  expect(stderr).toMatch(new RegExp(config.stdErrRegEx))
}

function strip(text: string, lines: readonly string[]): string {
  return lines.reduce((rest, line) => rest.replaceAll(`${line}\n`, ''), text)
}

function withoutTrailingBlanks(text: string): string {
  return text.replace(/[ \t]+$/gm, '').trimEnd()
}

/** As kpt's runner does it: with lines taken out, places and hashes no longer fit. */
function normalizeDiff(diff: string, stripped: string): string {
  if (stripped === '') return diff
  return diff
    .split('\n')
    .filter((line) => !new RegExp(stripped).test(line))
    .map((line) => line.replace(/^index [0-9a-f]+\.\.[0-9a-f]+/, 'index NORMALIZED'))
    .map((line) => line.replace(/^@@ -\d+,\d+ \+\d+,\d+ @@/, '@@ NORMALIZED @@'))
    .join('\n')
}
