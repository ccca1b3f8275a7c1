import { printable } from '../formats/text/printable.ts'
import { type Outcome, unreadable } from '../run.ts'
import { describeFailure } from './describe-failure.ts'
import { stackOf } from './stack-of.ts'
import { writeOutcome } from './standard-streams.ts'
import { UsageError } from './usage-error.ts'

/** Acts and writes the outcome; whatever goes wrong on the way becomes a message and the exit code 2 or 3. */
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

/** The command line can't be used. */
export function misused(message: string): Outcome {
  return { exitCode: 2, stdout: '', stderr: `error: ${printable(message)}\n` }
}

function explain(error: unknown): Outcome {
  if (error instanceof UsageError) return misused(error.message)
  const outcome = unreadable(describeFailure(error))
  return { ...outcome, stderr: outcome.stderr + stackOf(error) }
}
