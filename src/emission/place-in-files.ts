import { directoryOf, fileIndex, filePath, INDEX_ANNOTATION, PATH_ANNOTATION } from '../cluster/item-location.ts'
import type { Item } from '../resource-list/read-resource-list.ts'
import type { Candidate } from './candidate.ts'
import type { EmittedItem } from './emitted-item.ts'

/** Whatever mentions it may lie in it. */
export const GENERATED_FILE = 'golden-images.generated.yaml'

/** No file has as many objects: what claims a later place is in nobody's way. */
const LAST_INDEX = 2 ** 31 - 1

/**
 * Gives each item the file beside its HyperConverged, and the next free index there; without a path annotation on the
 * HyperConverged (kustomize) the item stays without. Two items must not claim one place: kpt stops at that.
 */
export function placeInFiles(candidates: readonly Candidate[], others: readonly Item[]): EmittedItem[] {
  const next = new Map<string, number>()
  // What was read from files is parsed already; of the rest only what names the file can lie in it.
  const near = others.filter(({ source, text }) => source.file !== '' || text.includes(GENERATED_FILE))
  for (const other of near) {
    const path = filePath(other)
    const index = fileIndex(other) ?? 0
    if (path !== undefined && index <= LAST_INDEX) next.set(path, Math.max(next.get(path) ?? 0, index + 1))
  }
  return candidates.map(({ cluster, item }) => {
    const beside = filePath(cluster.items.hyperConverged)
    if (beside === undefined) return item
    const directory = directoryOf(beside)
    const path = directory === '.' ? GENERATED_FILE : `${directory}/${GENERATED_FILE}`
    const index = next.get(path) ?? 0
    next.set(path, index + 1)
    return annotate(item, { [PATH_ANNOTATION]: path, [INDEX_ANNOTATION]: String(index) })
  })
}

function annotate(item: EmittedItem, annotations: { [key: string]: string }): EmittedItem {
  const { metadata } = item
  return { ...item, metadata: { ...metadata, annotations: { ...metadata.annotations, ...annotations } } }
}
