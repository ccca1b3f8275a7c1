import { directoryOf, filePath } from '../../cluster/item-location.ts'
import { roleOf } from '../../cluster/kinds.ts'
import { stringAt } from '../../json/json.ts'
import type { Item } from '../../resource-list/read-resource-list.ts'

/** Items that stand beside a kustomization which does not list them. */
export interface Unlisted {
  readonly kept: readonly Item[]
  readonly leftOut: readonly Item[]
}

/**
 * Leaves out each HyperConverged that stands in the folder of a kustomization, or below it, whose build has the same one:
 * that file is not what reaches the cluster.
 */
export function leaveOutUnlisted(items: readonly Item[], built: readonly Item[]): Unlisted {
  const folders = new Set(built.map(({ origin }) => origin?.folder))
  const clusters = new Set(built.filter(isCluster).map((item) => nameIn(item.origin?.folder, item)))
  if (clusters.size === 0) return { kept: items, leftOut: [] }
  const isUnlisted = (item: Item) => {
    if (!isCluster(item)) return false
    for (let folder = directoryOf(filePath(item) ?? ''); ; folder = directoryOf(folder)) {
      if (folders.has(folder)) return clusters.has(nameIn(folder, item))
      if (folder === '.' || folder === '') return false
    }
  }
  const leftOut = new Set(items.filter(isUnlisted))
  return { kept: items.filter((item) => !leftOut.has(item)), leftOut: [...leftOut] }
}

function isCluster(item: Item): boolean {
  return roleOf(item) === 'cluster'
}

function nameIn(folder: string | undefined, item: Item): string {
  const value = item.value()
  return JSON.stringify([folder, stringAt(value, 'metadata', 'namespace'), stringAt(value, 'metadata', 'name')])
}
