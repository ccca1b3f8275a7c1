/**
 * What is said of a text when an engine could not read it to its end: one with a small stack, say. Only RangeErrors tell
 * that; any other error is thrown on, as a failure of ours. Nothing that the readers know of gets here.
 */
export function tooMuch(subject: string, error: unknown): string {
  if (!(error instanceof RangeError)) throw error
  return `${subject} must be simpler: reading it failed with ${JSON.stringify(error.message)}`
}
