import { type Outcome, unreadable } from '../run.ts'
import { StreamError, writeOutcome } from './standard-streams.ts'

/** Acts and writes the outcome; whatever goes wrong on the way becomes a message and the exit code 3. */
export function guard(act: () => Outcome): number {
  try {
    return writeOutcome(act())
  } catch (error) {
    return writeOutcome(explain(error))
  }
}

/** As `guard`, for what has to wait. */
export async function guardAsync(act: () => Promise<Outcome>): Promise<number> {
  try {
    return writeOutcome(await act())
  } catch (error) {
    return writeOutcome(explain(error))
  }
}

function explain(error: unknown): Outcome {
  if (error instanceof StreamError) return unreadable(error.message)
  const reason = error instanceof RangeError ? `the input is too large or too deep (${error.message})` : `${error}`
  return unreadable(`a failure of golden-images itself, please report it: ${reason}`)
}
