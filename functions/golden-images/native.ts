/** The face of the function for the native executable: what `native/` calls, compiled to bytecode with all below it. */
import { type Outcome, run, unreadable } from '../../src/run.ts'

/** As src/cli/guard.ts, without streams: those are the launcher's. */
export function main(input: string): Outcome {
  try {
    return run(input)
  } catch (error) {
    const reason = error instanceof RangeError ? `the input is too large or too deep (${error.message})` : `${error}`
    return unreadable(`a failure of golden-images itself, please report it: ${reason}`)
  }
}
