import type { Item } from '../resource-list/read-resource-list.ts'
import { annotation, CLUSTER_ANNOTATION, directoryOf, enclosingDepth, filePath } from './item-location.ts'

/** A HyperConverged and what belongs to it. */
export interface ClusterItems {
  /** By the annotation, else by the directory; `''` when neither tells. */
  readonly name: string
  readonly hyperConverged: Item
  readonly nodes: readonly Item[]
  readonly commonBootImages: readonly Item[]
}

/** An item whose cluster can't be told, and why. */
export interface AmbiguousItem {
  readonly item: Item
  readonly reason: string
}

export interface Grouping {
  readonly clusters: readonly ClusterItems[]
  readonly ambiguous: readonly AmbiguousItem[]
}

interface Members {
  readonly hyperConverged: readonly Item[]
  readonly nodes: readonly Item[]
  readonly commonBootImages: readonly Item[]
}

/**
 * Tells which Node and which CommonBootImages belongs to which HyperConverged. One HyperConverged has them all; of
 * several, the annotation `golden-images.dev/cluster` decides, and without it the nearest enclosing directory.
 */
export function groupByCluster({ hyperConverged, nodes, commonBootImages }: Members): Grouping {
  if (hyperConverged.length === 0) return { clusters: [], ambiguous: [] }
  const [only] = hyperConverged
  if (only && hyperConverged.length === 1) {
    return { clusters: [{ name: clusterName(only), hyperConverged: only, nodes, commonBootImages }], ambiguous: [] }
  }
  const { named, ambiguous } = nameClusters(hyperConverged)
  const claimedNodes = claim(nodes, hyperConverged)
  const claimedImages = claim(commonBootImages, hyperConverged)
  return {
    clusters: named.map((item) => ({
      name: clusterName(item),
      hyperConverged: item,
      nodes: claimedNodes.byOwner.get(item) ?? [],
      commonBootImages: claimedImages.byOwner.get(item) ?? [],
    })),
    ambiguous: [...ambiguous, ...claimedNodes.ambiguous, ...claimedImages.ambiguous],
  }
}

function claim(items: readonly Item[], hyperConverged: readonly Item[]) {
  const byOwner = new Map<Item, Item[]>()
  const ambiguous: AmbiguousItem[] = []
  for (const item of items) {
    const owner = findOwner(item, hyperConverged)
    if (typeof owner === 'string') ambiguous.push({ item, reason: owner })
    else if (byOwner.has(owner)) byOwner.get(owner)?.push(item)
    else byOwner.set(owner, [item])
  }
  return { byOwner, ambiguous }
}

/** The cluster that an item says, or lies in; `''` when it does neither. */
function clusterName(item: Item): string {
  const value = item.value()
  const path = filePath(value)
  return annotation(value, CLUSTER_ANNOTATION) ?? (path === undefined ? '' : directoryOf(path))
}

function nameClusters(items: readonly Item[]): { named: Item[]; ambiguous: AmbiguousItem[] } {
  const names = items.map(clusterName)
  const named: Item[] = []
  const ambiguous: AmbiguousItem[] = []
  items.forEach((item, index) => {
    const name = names[index] ?? ''
    if (name === '')
      ambiguous.push({ item, reason: 'there are several HyperConvergeds, and nothing names its cluster' })
    else if (names.filter((other) => other === name).length > 1) {
      ambiguous.push({ item, reason: `another HyperConverged belongs to the cluster "${name}" as well` })
    } else named.push(item)
  })
  return { named, ambiguous }
}

/** The HyperConverged that an item belongs to, or the reason why it can't be told. */
export function findOwner(item: Item, hyperConverged: readonly Item[]): Item | string {
  const value = item.value()
  const said = annotation(value, CLUSTER_ANNOTATION)
  if (said !== undefined) {
    return (
      hyperConverged.find((candidate) => clusterName(candidate) === said) ??
      `it names the cluster "${said}", and no HyperConverged belongs to that`
    )
  }
  const path = filePath(value)
  if (path === undefined) return 'there are several HyperConvergeds, and nothing says to which it belongs'
  const enclosing = hyperConverged.flatMap((candidate) => {
    const candidatePath = filePath(candidate.value())
    const depth = candidatePath === undefined ? undefined : enclosingDepth(directoryOf(candidatePath), path)
    return depth === undefined ? [] : [{ candidate, depth }]
  })
  const deepest = Math.max(...enclosing.map(({ depth }) => depth))
  const nearest = enclosing.filter(({ depth }) => depth === deepest)
  if (nearest.length > 1) return `several HyperConvergeds share the directory "${directoryOf(path)}" or one above it`
  return nearest[0]?.candidate ?? `no HyperConverged lies in the directory "${directoryOf(path)}" or one above it`
}
