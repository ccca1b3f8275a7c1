import type { Item } from '../resource-list/read-resource-list.ts'
import { annotation, CLUSTER_ANNOTATION, directoryOf, filePath } from './item-location.ts'

/** Tells the HyperConverged that an item belongs to, or the reason why it can't be told. */
export type FindOwner = (item: Item) => Item | string

/** The cluster that an item says, or lies in; `''` when it does neither. */
export function clusterName(item: Item): string {
  const value = item.value()
  const path = filePath(value)
  return annotation(value, CLUSTER_ANNOTATION) ?? (path === undefined ? '' : directoryOf(path))
}

/** For several HyperConvergeds: the annotation `golden-images.dev/cluster` decides, else the nearest enclosing directory. */
export function ownersAmong(hyperConverged: readonly Item[]): FindOwner {
  const byName = new Map<string, Item>()
  const byDirectory = new Map<string, Item[]>()
  for (const item of hyperConverged) {
    const name = clusterName(item)
    if (!byName.has(name)) byName.set(name, item)
    const path = filePath(item.value())
    if (path !== undefined) addTo(byDirectory, directoryOf(path), item)
  }
  return (item) => {
    const value = item.value()
    const said = annotation(value, CLUSTER_ANNOTATION)
    if (said !== undefined) {
      return byName.get(said) ?? `it names the cluster "${said}", and no HyperConverged belongs to that`
    }
    const path = filePath(value)
    return path === undefined
      ? 'there are several HyperConvergeds, and nothing says to which it belongs'
      : nearest(directoryOf(path), byDirectory)
  }
}

function nearest(directory: string, byDirectory: ReadonlyMap<string, readonly Item[]>): Item | string {
  const deepest = enclosingDirectories(directory).find((one) => byDirectory.has(one))
  const enclosing = deepest === undefined ? [] : (byDirectory.get(deepest) ?? [])
  if (enclosing.length > 1) return `several HyperConvergeds share the directory "${directory}" or one above it`
  return enclosing[0] ?? `no HyperConverged lies in the directory "${directory}" or one above it`
}

/** The directory itself, those above it, and the root. */
function enclosingDirectories(directory: string): string[] {
  return directory === '.' ? ['.'] : [directory, ...enclosingDirectories(directoryOf(directory))]
}

function addTo(groups: Map<string, Item[]>, key: string, item: Item): void {
  const group = groups.get(key)
  if (group) group.push(item)
  else groups.set(key, [item])
}
