import { dirname } from 'node:path'
import type { Skipped } from '../../../formats/findings/files-read.ts'
import type { ReadOptions } from '../read-options.ts'
import { showPath } from '../show-path.ts'
import { Excluded } from './excluded.ts'
import { GitIgnored } from './git-ignored.ts'

/** Why something is left out by somebody's wish, as the end of a sentence about it. */
type SkipReason = Skipped['reason']

/** Tells what is left out of the folders that are searched. */
export class Selection {
  readonly #skipped = new Map<string, SkipReason>()
  readonly #excluded: Excluded
  readonly #ignored: GitIgnored | undefined

  constructor({ exclude = [], ignore = true, config }: ReadOptions) {
    this.#excluded = new Excluded(exclude, config)
    this.#ignored = ignore ? new GitIgnored() : undefined
  }

  /** Whether what the command line names is left out by it all the same, as a shell's `*` may name it. */
  excludes(path: string, isFolder: boolean): boolean {
    return this.#excluded.has(path, isFolder, dirname(path))
  }

  /** By a path without links; `top` is the folder that was named, which git may ignore: it is read all the same. */
  below(top: string): (path: string, isFolder: boolean) => SkipReason | undefined {
    const isTopIgnored = this.#ignored?.has(top, true) === true
    return (path, isFolder) => {
      if (this.#excluded.has(path, isFolder, top)) return 'is excluded'
      return !isTopIgnored && this.#ignored?.has(path, isFolder) ? 'is ignored by git' : undefined
    }
  }

  /** Remembers what is left out. */
  skip(path: string, reason: SkipReason): void {
    this.#skipped.set(showPath(path), reason)
  }

  skipped(): Skipped[] {
    return [...this.#skipped].map(([path, reason]) => ({ path, reason }))
  }
}
