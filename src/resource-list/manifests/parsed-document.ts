import type { PathStep } from '../../json/json.ts'
import type { Slice } from '../item.ts'

/** One document of a file. */
export interface ParsedDocument {
  readonly value: unknown
  readonly slice: Slice
  /** Where the value itself begins. */
  readonly place: number
  /** The source of the value at a path; undefined where it has none of its own, as behind a merge key. */
  readonly sliceAt: (steps: readonly PathStep[]) => Slice | undefined
}
