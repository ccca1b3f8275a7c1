import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { run } from '../../src/run.ts'

const LIST = readFileSync('test/fixtures/metamorphic/comment-at-column-0.yaml', 'utf8')
  .replace(/^# .*\n/m, '')
  .replace('    annotations: {config.kubernetes.io/local-config: "true"}\n', '')
const WITHOUT_NODES = LIST.replace(/^- apiVersion: v1\n(?: .*\n)+/gm, '')
const ALERT = 'golden-images: ignore[HCOGoldenImageWithNoArchitectureAnnotation] it is known'
const NOT_LOCAL = 'golden-images: ignore[inventory-not-local] it is known'
const NO_NODES = 'golden-images: ignore[no-node-information] it is known'

/** The summary's findings, after a comment was put before the first line that holds the words, or at the end. */
function findingsWith(list: string, comment: string, indent: number, words?: string): string {
  const lines = list.split('\n')
  const place = words === undefined ? lines.length - 1 : lines.findIndex((line) => line.includes(words))
  lines.splice(place, 0, `${' '.repeat(indent)}# ${comment}`)
  return /^golden-images: (.*?);/.exec(run(lines.join('\n')).stderr)?.[1] ?? ''
}

describe('an ignore comment counts for the line below it, at whatever column it stands', () => {
  test.for([0, 1, 2, 4, 6, 40])('at column %i', (column) => {
    expect(findingsWith(LIST, ALERT, column, '- metadata:'), 'inside').toBe('1 warning, 1 ignored')
    expect(findingsWith(LIST, NOT_LOCAL, column, '  metadata:'), 'inside another').toBe('1 error, 1 ignored')
    expect(findingsWith(WITHOUT_NODES, NO_NODES, column, '- apiVersion: hco'), 'above').toBe('1 ignored')
    expect(findingsWith(LIST, NOT_LOCAL, column, '- apiVersion: hco'), 'between').toBe('1 error, 2 warnings')
    expect(findingsWith(LIST, ALERT, column), 'behind the last').toBe('1 error, 2 warnings')
  })
})
