import { basename, dirname, join, resolve } from 'node:path'
import { stringAt, valueAt } from '../../../json/json.ts'
import { readManifests } from '../../../resource-list/manifests/read-manifests.ts'
import { CONFIGURATION_FILE } from '../configuration/configuration-files.ts'
import { findRepositoryRoot } from '../repository-root.ts'
import { PatternSet } from './pattern-set.ts'
import { readSmallFile } from './read-small-file.ts'

/** Tells what is excluded: by the command line, and by `spec.exclude` of the configurations above a path. */
export class Excluded {
  readonly #asked: readonly string[]
  readonly #configuration: string | undefined
  readonly #askedBelow = new Map<string, PatternSet>()
  readonly #configured = new Map<string, readonly PatternSet[]>()

  /** Patterns of the command line, and the configuration that it names: no other one counts then. */
  constructor(asked: readonly string[], configuration: string | undefined) {
    this.#asked = asked
    this.#configuration = configuration === undefined ? undefined : resolve(configuration)
  }

  /** By a path without links; `top` is what was named, and patterns of the command line may start there as well. */
  has(path: string, isFolder: boolean, top: string): boolean {
    const sets = [
      ...(this.#asked.length > 0 ? [resolve('.'), top].map((folder) => this.#askedIn(folder)) : []),
      ...this.#configuredFor(dirname(path)),
    ]
    return sets.some((set) => set.judge(path, isFolder) === 'out')
  }

  #askedIn(folder: string): PatternSet {
    const set = this.#askedBelow.get(folder) ?? new PatternSet(folder, this.#asked)
    this.#askedBelow.set(folder, set)
    return set
  }

  #configuredFor(folder: string): readonly PatternSet[] {
    const key = this.#configuration === undefined ? folder : ''
    const known = this.#configured.get(key)
    if (known) return known
    const sets = this.#configuration === undefined ? this.#findConfigured(folder) : patternsOf(this.#configuration)
    this.#configured.set(key, sets)
    return sets
  }

  /** Up to the root of the repository; outside of any, up to the root of all. */
  #findConfigured(folder: string): readonly PatternSet[] {
    const above = dirname(folder)
    const isTop = above === folder || findRepositoryRoot(folder) === folder
    return [...(isTop ? [] : this.#configuredFor(above)), ...patternsOf(join(folder, CONFIGURATION_FILE))]
  }
}

function patternsOf(file: string): PatternSet[] {
  return patternsIn(readSmallFile(file), file)
}

/** What the text of a configuration excludes; what is wrong with it is said where it counts. */
export function patternsIn(text: string | undefined, file: string): PatternSet[] {
  if (!text?.includes('exclude')) return []
  const read = readManifests(text, basename(file))
  const [only] = read.ok ? read.items : []
  const exclude = only && stringAt(only.value(), 'kind') === 'GoldenImages' && valueAt(only.value(), 'spec', 'exclude')
  const patterns = Array.isArray(exclude) ? exclude.filter((pattern) => typeof pattern === 'string') : []
  return patterns.length > 0 ? [new PatternSet(dirname(file), patterns)] : []
}
