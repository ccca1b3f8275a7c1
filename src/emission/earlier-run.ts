import { directoryOf, filePath } from '../cluster/item-location.ts'
import { clusterName, nearestAmong } from '../cluster/owner.ts'
import { groupBy } from '../json/group-by.ts'
import type { Item } from '../resource-list/read-resource-list.ts'
import { type Mark, readMark, sourceOf } from './mark.ts'

/** What an earlier run made, with the HyperConverged that it was made for; undefined where that is gone. */
export type MadeEarlier = ReadonlyMap<Item, Item | undefined>

/**
 * Those of the items that an earlier run made. One that stands beside a HyperConverged was made for that, whatever the
 * cluster was called on that day; else the mark tells, and else a HyperConverged above it.
 */
export function madeEarlier(items: readonly Item[], hyperConverged: readonly Item[]): MadeEarlier {
  const marked = items.flatMap((item) => {
    const mark = readMark(item.value())
    return mark ? [{ item, mark }] : []
  })
  if (marked.length === 0) return new Map()
  const bySource = groupBy(hyperConverged, (item) => sourceOf(item.metadata()))
  const findNearest = nearestAmong(hyperConverged)
  return new Map(
    marked.map(({ item, mark }) => {
      const sameSource = bySource.get(mark.hyperConverged) ?? []
      const path = filePath(item)
      const directory = path === undefined ? undefined : directoryOf(path)
      const found = directory === undefined ? undefined : findNearest(directory)
      const above = typeof found === 'object' ? found : undefined
      return [item, (isIn(above, directory) ? above : undefined) ?? named(mark, sameSource) ?? above]
    }),
  )
}

function isIn(hyperConverged: Item | undefined, directory: string | undefined): boolean {
  const path = hyperConverged && filePath(hyperConverged)
  return path !== undefined && directoryOf(path) === directory
}

/** The one that the mark names, as far as both say which cluster it is. */
function named({ cluster }: Mark, sameSource: readonly Item[]): Item | undefined {
  const fitting = sameSource.filter((item) => cluster === undefined || ['', cluster].includes(clusterName(item)))
  return fitting.length === 1 ? fitting[0] : undefined
}
