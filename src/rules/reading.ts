import type { Blank } from '../findings/blanks.ts'
import type { BuildProblem } from '../findings/build-problem.ts'
import type { Note } from '../resource-list/manifests/note.ts'

/** What a command knows of its input beside the items. The function has its list alone, and none of this. */
export interface Reading {
  /** What speaks of our objects and was not read as them. */
  readonly notes: readonly Note[]
  /** Of the items, what is filled in later. */
  readonly blanks: readonly Blank[]
  /** The folder of the Helm chart that a file belongs to, of those that notes name. */
  readonly charts: ReadonlyMap<string, string>
  /** The folders and globs that were named. */
  readonly searched: readonly string[]
  /** What is not known of the builds of kustomizations. */
  readonly builds: readonly BuildProblem[]
}
