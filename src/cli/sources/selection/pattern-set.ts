import { relative, sep } from 'node:path'
import ignore, { type Ignore } from 'ignore'

/** What patterns, in the words of a `.gitignore`, say of a path: undefined when they say nothing. */
export type Verdict = 'out' | 'in' | undefined

/** Patterns, and the folder that they start from. */
export class PatternSet {
  readonly #folder: string
  readonly #patterns: Ignore

  constructor(folder: string, patterns: string | readonly string[]) {
    this.#folder = folder
    this.#patterns = ignore().add(patterns)
  }

  judge(path: string, isFolder: boolean): Verdict {
    const below = relative(this.#folder, path).split(sep).join('/')
    if (below === '' || below === '..' || below.startsWith('../')) return undefined
    const { ignored, unignored } = this.#patterns.test(isFolder ? `${below}/` : below)
    return ignored ? 'out' : unignored ? 'in' : undefined
  }
}
