import { groupBy } from '../json/group-by.ts'

export type Pair<T> = readonly [first: T, second: T]

export interface PairedUp<T> {
  readonly pairs: readonly Pair<T>[]
  readonly onlyFirst: readonly T[]
  readonly onlySecond: readonly T[]
}

/** Pairs of one key, as many as both lists have, and what is left of either. */
export function pairUp<T>(first: readonly T[], second: readonly T[], key: (one: T) => string): PairedUp<T> {
  const partners = new Map([...groupBy(second, key)].map(([name, group]) => [name, group.values()]))
  const pairs: Pair<T>[] = []
  const onlyFirst = first.filter((one) => {
    const next = partners.get(key(one))?.next()
    if (next?.done !== false) return true
    pairs.push([one, next.value])
    return false
  })
  const paired = new Set(pairs.map(([, partner]) => partner))
  return { pairs, onlyFirst, onlySecond: second.filter((one) => !paired.has(one)) }
}
