import { printable } from '../formats/text/printable.ts'
import { InputError } from '../input-error.ts'

/**
 * Where a failure of ours was thrown, for the lines below its message: nothing but when `GOLDEN_IMAGES_DEBUG` is 1. What is
 * wrong with the input is told by its message alone.
 */
export function stackOf(error: unknown): string {
  if (process.env.GOLDEN_IMAGES_DEBUG !== '1' || !(error instanceof Error) || error instanceof InputError) return ''
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^ +at /.test(line))
    .map((line) => `${printable(line)}\n`)
    .join('')
}
