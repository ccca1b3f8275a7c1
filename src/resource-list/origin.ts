import type { JsonObject, JsonValue, PathStep } from '../json/json.ts'
import type { Item, NamedItem } from './resource-list.ts'

/** How an item came about that no file has as it is: by the build of a kustomization. */
export interface Origin {
  /** The folder that was built, as shown; `.` for the working folder. */
  readonly folder: string
  /** The item as its file has it, before anything changed it; undefined for one that a build made. */
  readonly written: Item | undefined
  /** What the build made of it. */
  readonly built: JsonObject
  /** How the build printed its document. */
  readonly printed?: string
  /** What changed it, the last change first. */
  readonly changes: readonly Change[]
  /** Where whatever is in neither is said to stand. */
  readonly kustomization: Passage
}

/** A part of a text. */
export type Passage = Pick<NamedItem, 'source' | 'text' | 'offset'>

/** A value that a patch, or a field of a kustomization, puts somewhere in an item. */
export interface Change {
  /** Where in the item. `-` adds to a list. */
  readonly at: readonly PathStep[]
  /** What it puts there; null when it takes it away, undefined when that is worked out elsewhere. */
  readonly value: JsonValue | undefined
  /** Nothing of what was there stays, as it does where objects are merged. */
  readonly isWhole: boolean
  /** Where the value is written: a text of its own, and the value's path there. */
  readonly passage: Passage
  readonly path: readonly PathStep[]
}
