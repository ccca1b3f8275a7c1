import type { ConfigurationProblem } from '../../config/configuration-problem.ts'
import { printBasis } from '../../formats/findings/basis.ts'
import { misconfigured, type Outcome } from '../../run.ts'
import type { Input } from '../sources/read-input.ts'

/** The outcome for a configuration that can't be used: its problems, and the file that has them. */
export function refuseConfiguration({ configurationFile }: Input, problems: readonly ConfigurationProblem[]): Outcome {
  const outcome = misconfigured(problems)
  const basis = configurationFile === undefined ? {} : { configuration: configurationFile }
  return { ...outcome, stderr: outcome.stderr + printBasis(basis) }
}
