import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { locateFindings } from '../../src/findings/locate-findings.ts'
import type { FilePosition } from '../../src/findings/position.ts'
import { CASES, caseNames, evaluateText, isAboutReading } from '../rules/cases.ts'
import { disturb, disturbances } from './disturb.ts'

/** The findings, each with the words at its place instead of their line and column. */
function findingsOf(text: string) {
  return locateFindings(evaluateText(text).findings).map(({ position, item: _item, ...finding }) => ({
    ...finding,
    words: position && wordsAt(text, position),
  }))
}

function wordsAt(text: string, { line, column, endLine, endColumn }: FilePosition): string {
  const lines = text.split('\n').slice(line - 1, endLine)
  // Comments can come into a value of several lines: where it begins and ends is what counts.
  if (lines.length > 1)
    return `${lines[0]
      ?.slice(column - 1)
      .split(' #')[0]
      ?.trim()} … ${lines
      .at(-1)
      ?.slice(0, endColumn - 1)
      .trim()}`
  return (lines[0] ?? '').slice(column - 1, endColumn - 1)
}

test.for(['err', 'ok'] as const)(
  'comments, blank lines and line breaks change no finding and no place of a file of manifests: %s',
  (kind) => {
    for (const name of caseNames(kind).filter((one) => !isAboutReading(one))) {
      const text = readFileSync(`${CASES}/${kind}/${name}.yaml`, 'utf8')
      const expected = findingsOf(text)
      fc.assert(
        fc.property(disturbances, (change) => {
          expect(findingsOf(disturb(text, change))).toEqual(expected)
        }),
        { numRuns: Number(process.env.FUZZ_RUNS ?? 3) },
      )
    }
  },
)
