import { directoryOf, filePath } from '../../cluster/item-location.ts'
import { roleOf } from '../../cluster/kinds.ts'
import { readMark, sourceOf } from '../../emission/mark.ts'
import type { Item } from '../../resource-list/read-resource-list.ts'

/** Items beside builds. */
export interface Unlisted {
  readonly kept: readonly Item[]
  /** What is no object of its own, with the end of a sentence about its file. */
  readonly leftOut: ReadonlyMap<Item, string>
}

const UNLISTED = 'holds a HyperConverged that its kustomization does not list'
const COPY = 'is a copy of what a kustomization makes'

/**
 * Leaves out each HyperConverged in the folder of a kustomization whose build has one of that name, for that file is not what
 * reaches the cluster; and what somebody keeps of a build: a file whose HyperConverged is letter for letter that of a
 * build, and what this program made beside it.
 */
export function leaveOutUnlisted(items: readonly Item[], built: readonly Item[]): Unlisted {
  const clusters = built.filter(isCluster)
  const names = new Set(clusters.map((item) => nameIn(item.origin?.folder, item)))
  const printed = new Set(
    clusters.flatMap(({ origin }) => (origin?.printed === undefined ? [] : [letters(origin.printed)])),
  )
  // With Nodes beside it, it is a cluster by itself.
  const own = new Set(
    items.filter((item) => roleOf(item) === 'inventory').map(({ source }) => directoryOf(source.file)),
  )
  const isCopy = (item: Item) => !own.has(directoryOf(item.source.file)) && printed.has(letters(item.text))
  const copies = printed.size === 0 ? [] : items.filter((item) => isCluster(item) && isCopy(item))
  const files = new Set(copies.map(({ source }) => source.file))
  const folders = new Set([...files].map(directoryOf))
  const leftOut = new Map<Item, string>()
  for (const item of items) {
    const { file } = item.source
    const isMade = folders.has(directoryOf(file)) && readMark(item.value()) !== undefined
    if (files.has(file) || isMade) leftOut.set(item, COPY)
    else if (isCluster(item) && names.has(nameIn(directoryOf(filePath(item) ?? ''), item))) leftOut.set(item, UNLISTED)
  }
  return { kept: items.filter((item) => !leftOut.has(item)), leftOut }
}

function isCluster(item: Item): boolean {
  return roleOf(item) === 'cluster'
}

/** Of a document, without what parts it from others. */
function letters(document: string): string {
  return document.replace(/^---[^\n]*\n/, '').trim()
}

function nameIn(folder: string | undefined, item: Item): string {
  return JSON.stringify([folder, sourceOf(item.metadata())])
}
