import type { ShallowLines } from './block/shallow-lines.ts'

/** What a host has found out about a text already, because it is faster at that than the engine that runs this. */
export interface TextFacts {
  /** No character is in it that YAML forbids. */
  readonly isAllowed: boolean
  /** Its lines of the usual depth. */
  readonly shallowLines: ShallowLines
  /** No line ends inside what could be a quoted scalar: see ClosedCheck. */
  readonly areLinesClosed: boolean
  /** Where some words stand first; the text's length for one that it does not hold. */
  readonly firstPlaces: ReadonlyMap<string, number>
}

/** Characters that a reader looks for far ahead; a host must look for them, too. */
export const RARE_CHARACTERS = ["'", '*'] as const
