import { groupBy } from '../json/group-by.ts'
import type { Item } from '../resource-list/read-resource-list.ts'
import { annotation, CLUSTER_ANNOTATION, directoryOf, filePath } from './item-location.ts'

/** Tells the HyperConverged that an item belongs to, or the reason why it can't be told. */
export type FindOwner = (item: Item) => Item | string

/** The cluster that an item says, or lies in; `''` when it does neither. */
export function clusterName(item: Item): string {
  return annotation(item.metadata(), CLUSTER_ANNOTATION) ?? directoryOfItem(item) ?? ''
}

/** The directory that an item lies in, when something tells. */
export function directoryOfItem(item: Item): string | undefined {
  const path = filePath(item)
  return path === undefined ? undefined : directoryOf(path)
}

/** For several HyperConvergeds: the annotation `golden-images.dev/cluster` decides, else the nearest enclosing directory. */
export function ownersAmong(hyperConverged: readonly Item[]): FindOwner {
  const byName = groupBy(hyperConverged, clusterName)
  const findNearest = nearestAmong(hyperConverged)
  return (item) => {
    const said = annotation(item.metadata(), CLUSTER_ANNOTATION)
    if (said !== undefined) {
      return byName.get(said)?.[0] ?? `it names the cluster "${said}", and no HyperConverged belongs to that`
    }
    const directory = directoryOfItem(item)
    return directory === undefined
      ? 'there are several HyperConvergeds, and nothing says to which it belongs'
      : findNearest(directory)
  }
}

/** Tells the HyperConverged in a directory, or in the nearest one above it, or the reason why it can't be told. */
export function nearestAmong(hyperConverged: readonly Item[]): (directory: string) => Item | string {
  const byDirectory = groupBy(hyperConverged, directoryOfItem)
  const lengths = lengthsOf(byDirectory.keys())
  return (directory) => nearest(directory, byDirectory, lengths)
}

/** Tells whether a directory is that of a HyperConverged, or below one. */
export function enclosingAmong(hyperConverged: readonly Item[]): (directory: string) => boolean {
  const directories = new Set(hyperConverged.map(directoryOfItem))
  const lengths = lengthsOf(directories)
  return (directory) => findEnclosing(directory, lengths, (one) => directories.has(one)) !== undefined
}

function nearest(
  directory: string,
  byDirectory: ReadonlyMap<string | undefined, readonly Item[]>,
  lengths: readonly boolean[],
): Item | string {
  const deepest = findEnclosing(directory, lengths, (one) => byDirectory.has(one))
  const enclosing = deepest === undefined ? [] : (byDirectory.get(deepest) ?? [])
  if (enclosing.length > 1) return `several HyperConvergeds share the directory "${directory}" or one above it`
  return enclosing[0] ?? `no HyperConverged lies in the directory "${directory}" or one above it`
}

/** By the length of a directory's path: whether one is that long. */
function lengthsOf(directories: Iterable<string | undefined>): boolean[] {
  const lengths: boolean[] = []
  for (const directory of directories) if (directory !== undefined) lengths[directory.length] = true
  return lengths
}

/**
 * The first of the directory itself, those above it, and the root that is known. Only one that is as long as a known one
 * is looked up: a path can be thousands of directories deep.
 */
function findEnclosing(
  directory: string,
  lengths: readonly boolean[],
  isKnown: (directory: string) => boolean,
): string | undefined {
  for (let end = directory.length; end >= 0; end = directory.lastIndexOf('/', end - 1)) {
    const one = lengths[end] ? directory.slice(0, end) : undefined
    if (one !== undefined && isKnown(one)) return one
    if (end === 0) break
  }
  return isKnown('.') ? '.' : undefined
}
