import { deepStrictEqual, match } from 'node:assert/strict'
import { run } from '../../src/run.ts'
import { anyText } from '../inputs/any-text.ts'
import type { Property } from '../property.ts'

/** The function answers with a documented code, and to its own answer with the same answer. */
export const secondRun: Property = {
  name: 'second-run',
  inputs: anyText,
  check: ({ text }) => {
    const first = run(text)
    match(first.stderr, first.exitCode > 1 ? /^golden-images: [^\n]+\n/ : /^golden-images: [^\n]*DataImportCron/)
    if (first.exitCode > 1) deepStrictEqual(first.stdout, '')
    else deepStrictEqual(run(first.stdout), first)
  },
}
