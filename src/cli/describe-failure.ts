import { InputLimitError } from '../yaml/input-limit-error.ts'

/** What went wrong where nobody expected it, in a line. */
export function describeFailure(error: unknown): string {
  if (error instanceof InputLimitError) return error.message
  // A word of the operating system on something that the command line names.
  if (error instanceof Error && 'syscall' in error) return error.message
  const reason = error instanceof RangeError ? `the input is too large or too deep (${error.message})` : `${error}`
  return `a failure of golden-images itself, please report it: ${reason}`
}
