import { groupBy } from '../json/group-by.ts'
import type { Item } from '../resource-list/read-resource-list.ts'
import { type NodeItem, readNodeItem } from './node.ts'
import { clusterName, type FindOwner, ownersAmong } from './owner.ts'

/** A HyperConverged and what belongs to it. */
export interface ClusterItems {
  /** By the annotation, else by the directory; `''` when neither tells. */
  readonly name: string
  readonly hyperConverged: Item
  readonly nodes: readonly NodeItem[]
  readonly commonBootImages: readonly Item[]
  readonly imageStreams: readonly Item[]
  /** What holds virtual machines. */
  readonly machines: readonly Item[]
  /** What these need: DataSources, volumes, preferences and the like. */
  readonly requisites: readonly Item[]
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

type Members = { readonly [role in Exclude<keyof ClusterItems, 'name'>]: readonly Item[] }

/**
 * Tells which Node, CommonBootImages, ImageStream and virtual machine belongs to which HyperConverged. One HyperConverged has
 * them all; of several, the annotation `golden-images.dev/cluster` decides, and without it the nearest enclosing directory.
 */
export function groupByCluster({ hyperConverged, ...members }: Members): Grouping {
  if (hyperConverged.length === 0) return { clusters: [], ambiguous: [] }
  const [only] = hyperConverged
  if (only && hyperConverged.length === 1) {
    const all = { ...members, nodes: members.nodes.map(readNodeItem) }
    return { clusters: [{ name: clusterName(only), hyperConverged: only, ...all }], ambiguous: [] }
  }
  const { named, ambiguous } = nameClusters(hyperConverged)
  const findOwner = ownersAmong(hyperConverged)
  const claimedNodes = claim(members.nodes, findOwner)
  const claimedImages = claim(members.commonBootImages, findOwner)
  // No image rests on these: of one whose cluster can't be told there is nothing to say.
  const claimedStreams = claim(members.imageStreams, findOwner)
  const claimedMachines = claim(members.machines, findOwner)
  const claimedRequisites = claim(members.requisites, findOwner)
  return {
    clusters: named.map((item) => ({
      name: clusterName(item),
      hyperConverged: item,
      nodes: (claimedNodes.byOwner.get(item) ?? []).map(readNodeItem),
      commonBootImages: claimedImages.byOwner.get(item) ?? [],
      imageStreams: claimedStreams.byOwner.get(item) ?? [],
      machines: claimedMachines.byOwner.get(item) ?? [],
      requisites: claimedRequisites.byOwner.get(item) ?? [],
    })),
    ambiguous: [...ambiguous, ...claimedNodes.ambiguous, ...claimedImages.ambiguous],
  }
}

function claim(items: readonly Item[], findOwner: FindOwner) {
  const byOwner = groupBy(items, findOwner)
  const ambiguous = [...byOwner].flatMap(([owner, members]) =>
    typeof owner === 'string' ? members.map((item) => ({ item, reason: owner })) : [],
  )
  return { byOwner, ambiguous }
}

function nameClusters(items: readonly Item[]): { named: Item[]; ambiguous: AmbiguousItem[] } {
  const named: Item[] = []
  const ambiguous: AmbiguousItem[] = []
  for (const [name, group] of groupBy(items, clusterName)) {
    const reason = whyAmbiguous(name, group.length)
    for (const item of group) {
      if (reason === undefined) named.push(item)
      else ambiguous.push({ item, reason })
    }
  }
  return { named, ambiguous }
}

function whyAmbiguous(name: string, count: number): string | undefined {
  if (name === '') return 'there are several HyperConvergeds, and nothing names its cluster'
  return count > 1 ? `another HyperConverged belongs to the cluster "${name}" as well` : undefined
}
