import { locatorFinder } from '../findings/locate-findings.ts'
import type { NamedItem } from '../resource-list/read-resource-list.ts'

/** A place in a source file, as people and editors read it; both numbers count from 1. */
export interface Place {
  /** `''` for standard input. */
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Finds where the value at a path of an item was written; what is absent has the place of the nearest thing above. */
export type FindPlace = (item: NamedItem, path: string) => Place | undefined

/** Looks places up in the items' sources; each item is parsed only when asked for. */
export function placeFinder(): FindPlace {
  const locatorOf = locatorFinder()
  return (item, path) => {
    const position = locatorOf(item)(path)
    return position && { file: position.file, line: position.line, column: position.column }
  }
}

/** The object without the members that are undefined, so that JSON, tests and people see the same. */
export function withPlace<T extends object>(value: T, place: Place | undefined): T & { readonly place?: Place } {
  return place ? { ...value, place } : value
}
