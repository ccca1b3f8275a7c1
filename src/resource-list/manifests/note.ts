import type { Slice } from '../item.ts'
import type { Source } from '../resource-list.ts'

/** What in a text speaks of wanted objects, and was not read as them, or not as they stand there. */
export interface Note {
  readonly cause: NoteCause
  readonly source: Source
  readonly slice: Slice
  /** The parser's words; of a template the first thing that is filled in. */
  readonly detail: string
}

export type NoteCause =
  /** A document that is no YAML. */
  | 'broken'
  /** A document that becomes YAML when it is filled in. */
  | 'templated'
  /** A string that holds objects among other words, as a script does. */
  | 'string'
  /** A change to an object that comes from elsewhere. */
  | 'patch'
  /** An object that was read, and is merged into the one that is there. */
  | 'merged'
