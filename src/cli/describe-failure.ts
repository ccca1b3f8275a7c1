import { InputError } from '../input-error.ts'

declare const GOLDEN_IMAGES_BUILD: string

/** Which build this is, for who gets a report. scripts/build-id.ts makes it; sources that run as they are have none. */
const BUILD = typeof GOLDEN_IMAGES_BUILD === 'undefined' ? 'from source' : GOLDEN_IMAGES_BUILD

/** Why there is no answer, in a line. */
export function describeFailure(error: unknown): string {
  if (error instanceof InputError) return error.message
  // A word of the operating system on something that the command line names.
  if (error instanceof Error && 'syscall' in error) return error.message
  // Where an engine ends.
  if (error instanceof RangeError) return `the input must be simpler: it is too large or too deep (${error.message})`
  return `a failure of golden-images itself, please report it: ${error} (build ${BUILD})`
}
