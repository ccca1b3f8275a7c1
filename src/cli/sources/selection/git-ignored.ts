import { dirname, join } from 'node:path'
import { findRepositoryRoot } from '../repository-root.ts'
import { PatternSet } from './pattern-set.ts'
import { readSmallFile } from './read-small-file.ts'
import { trackedThoughIgnored } from './tracked-files.ts'

/** What holds in a folder of a repository: the patterns of the root first. */
interface Patterns {
  readonly root: string | undefined
  readonly sets: readonly PatternSet[]
}

/** Tells what git ignores: by `.gitignore` of each folder, by `.git/info/exclude`, but nothing that it tracks. */
export class GitIgnored {
  readonly #patterns = new Map<string, Patterns>()
  readonly #tracked = new Map<string, ReadonlySet<string>>()

  /** By a path without links; the folders above it are not ignored. */
  has(path: string, isFolder: boolean): boolean {
    const { root, sets } = this.#patternsIn(dirname(path))
    if (root === undefined) return false
    let isOut = false
    for (const set of sets) {
      const verdict = set.judge(path, isFolder)
      if (verdict !== undefined) isOut = verdict === 'out'
    }
    return isOut && !this.#trackedIn(root).has(path)
  }

  #patternsIn(folder: string): Patterns {
    const known = this.#patterns.get(folder)
    if (known) return known
    const patterns = this.#findPatterns(folder)
    this.#patterns.set(folder, patterns)
    return patterns
  }

  #findPatterns(folder: string): Patterns {
    const isRoot = findRepositoryRoot(folder) === folder
    const above = isRoot || dirname(folder) === folder ? undefined : this.#patternsIn(dirname(folder))
    const root = isRoot ? folder : above?.root
    if (root === undefined) return { root, sets: [] }
    const files = isRoot ? ['.git/info/exclude', '.gitignore'] : ['.gitignore']
    const own = files.flatMap((file) => {
      const text = readSmallFile(join(folder, file))
      return text === undefined ? [] : [new PatternSet(folder, text)]
    })
    return { root, sets: [...(above?.sets ?? []), ...own] }
  }

  #trackedIn(root: string): ReadonlySet<string> {
    const tracked = this.#tracked.get(root) ?? trackedThoughIgnored(root)
    this.#tracked.set(root, tracked)
    return tracked
  }
}
