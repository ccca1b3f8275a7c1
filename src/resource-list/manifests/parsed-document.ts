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
  /** Where stretches of the string at a path stand, when each of its lines is a line of the source. */
  readonly placerAt: (steps: readonly PathStep[]) => PlaceSlice | undefined
}

/** Gives the stretch of a source that a stretch of a text in it is. */
export type PlaceSlice = (slice: Slice) => Slice
