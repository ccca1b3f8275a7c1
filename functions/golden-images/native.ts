/** The face of the function for the native executable: what `native/` calls, compiled to bytecode with all below it. */
import { describeFailure } from '../../src/cli/describe-failure.ts'
import { CLUSTER_KIND } from '../../src/cluster/kinds.ts'
import { GENERATED_FILE } from '../../src/emission/place-in-files.ts'
import { IGNORE_MARK } from '../../src/findings/ignore-comments.ts'
import type { ShallowLines } from '../../src/resource-list/block/shallow-lines.ts'
import { scanText } from '../../src/resource-list/text-scan.ts'
import { type Outcome, run, unreadable } from '../../src/run.ts'
import { REHEARSAL } from './rehearsal.ts'

/** What the launcher looks for in the input: the readers look for these far ahead. */
export const words: readonly string[] = ["'", '*', GENERATED_FILE, IGNORE_MARK, CLUSTER_KIND]

/**
 * Answers once, before the launcher's snapshot is taken, a list of the kind that it will meet: what is known of the common
 * templates upstream, and of what is in every list, then need not be found out again.
 */
export function rehearse(): void {
  const { exitCode, stderr } = run(REHEARSAL)
  if (exitCode !== 0) throw new Error(stderr)
}

/** As src/cli/guard.ts, without streams: those are the launcher's, and so are the facts (native/src/facts.rs). */
export function main(
  input: string,
  isAllowed: boolean,
  areLinesClosed: boolean,
  shallowLines: ShallowLines,
  places: readonly number[],
): Outcome {
  const plain = scanText(input)
  const firstPlace = (word: string) => places[words.indexOf(word)] ?? plain.firstPlace(word)
  try {
    return run(input, {
      isAllowed: () => isAllowed || plain.isAllowed(),
      shallowLines: () => shallowLines,
      doubtfulFrom: (quote) => (areLinesClosed ? input.length : firstPlace(quote)),
      firstPlace,
    })
  } catch (error) {
    return unreadable(describeFailure(error))
  }
}
