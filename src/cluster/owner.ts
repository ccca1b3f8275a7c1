import { groupBy } from '../resource-list/group-by.ts'
import type { Item } from '../resource-list/read-resource-list.ts'
import { annotation, CLUSTER_ANNOTATION, directoryOf, filePath } from './item-location.ts'

/** Tells the HyperConverged that an item belongs to, or the reason why it can't be told. */
export type FindOwner = (item: Item) => Item | string

/** The cluster that an item says, or lies in; `''` when it does neither. */
export function clusterName(item: Item): string {
  return annotation(item.value(), CLUSTER_ANNOTATION) ?? directoryOfItem(item) ?? ''
}

function directoryOfItem(item: Item): string | undefined {
  const path = filePath(item.value())
  return path === undefined ? undefined : directoryOf(path)
}

/** For several HyperConvergeds: the annotation `golden-images.dev/cluster` decides, else the nearest enclosing directory. */
export function ownersAmong(hyperConverged: readonly Item[]): FindOwner {
  const byName = groupBy(hyperConverged, clusterName)
  const byDirectory = groupBy(hyperConverged, directoryOfItem)
  return (item) => {
    const said = annotation(item.value(), CLUSTER_ANNOTATION)
    if (said !== undefined) {
      return byName.get(said)?.[0] ?? `it names the cluster "${said}", and no HyperConverged belongs to that`
    }
    const directory = directoryOfItem(item)
    return directory === undefined
      ? 'there are several HyperConvergeds, and nothing says to which it belongs'
      : nearest(directory, byDirectory)
  }
}

function nearest(directory: string, byDirectory: ReadonlyMap<string | undefined, readonly Item[]>): Item | string {
  const deepest = enclosingDirectories(directory).find((one) => byDirectory.has(one))
  const enclosing = deepest === undefined ? [] : (byDirectory.get(deepest) ?? [])
  if (enclosing.length > 1) return `several HyperConvergeds share the directory "${directory}" or one above it`
  return enclosing[0] ?? `no HyperConverged lies in the directory "${directory}" or one above it`
}

/** The directory itself, those above it, and the root. */
function enclosingDirectories(directory: string): string[] {
  return directory === '.' ? ['.'] : [directory, ...enclosingDirectories(directoryOf(directory))]
}
