import { groupBy } from '../json/group-by.ts'
import type { Item } from '../resource-list/read-resource-list.ts'
import { annotation, CLUSTER_ANNOTATION } from './item-location.ts'
import { type NodeItem, readNodeItem } from './node.ts'
import { clusterName, directoryOfItem, enclosingAmong, type FindOwner, ownersAmong } from './owner.ts'

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

/** Items of one directory whose cluster can't be told, and why. */
export interface AmbiguousItems {
  readonly items: readonly [Item, ...Item[]]
  readonly reason: string
}

export interface Grouping {
  readonly clusters: readonly ClusterItems[]
  readonly ambiguous: readonly AmbiguousItems[]
  /** Nodes that count for no cluster, by their directory: each has Nodes of its own. */
  readonly strayNodes: readonly (readonly [Item, ...Item[]])[]
}

type Members = { readonly [role in Exclude<keyof ClusterItems, 'name'>]: readonly Item[] }

/**
 * Tells which Node, CommonBootImages, ImageStream and virtual machine belongs to which HyperConverged. One HyperConverged has
 * them all, unless some lie beside or below it and others elsewhere; of several, the annotation `golden-images.dev/cluster`
 * decides, and without it the nearest enclosing directory.
 */
export function groupByCluster({ hyperConverged, ...members }: Members): Grouping {
  if (hyperConverged.length === 0) return { clusters: [], ambiguous: [], strayNodes: [] }
  const [only] = hyperConverged
  if (only && hyperConverged.length === 1) return groupForOne(only, members)
  const { named, ambiguous } = nameClusters(hyperConverged)
  const findOwner = ownersAmong(hyperConverged)
  const nodesByOwner = groupBy(members.nodes, findOwner)
  const imagesByOwner = groupBy(members.commonBootImages, findOwner)
  // No image rests on these: of one whose cluster can't be told there is nothing to say.
  const streamsByOwner = groupBy(members.imageStreams, findOwner)
  const machinesByOwner = groupBy(members.machines, findOwner)
  const requisitesByOwner = groupBy(members.requisites, findOwner)
  const haveNodes = named.length > 0 && named.every((item) => nodesByOwner.has(item))
  const unclaimed = unclaimedOf(nodesByOwner)
  const stray = haveNodes ? unclaimed.filter(isElsewhere(hyperConverged)) : []
  const strays = new Set(stray)
  return {
    clusters: named.map((item) => ({
      name: clusterName(item),
      hyperConverged: item,
      nodes: (nodesByOwner.get(item) ?? []).map(readNodeItem),
      commonBootImages: imagesByOwner.get(item) ?? [],
      imageStreams: streamsByOwner.get(item) ?? [],
      machines: machinesByOwner.get(item) ?? [],
      requisites: requisitesByOwner.get(item) ?? [],
    })),
    ambiguous: [
      ...ambiguous,
      ...tellApart(
        unclaimed.filter((item) => !strays.has(item)),
        findOwner,
      ),
      ...tellApart(unclaimedOf(imagesByOwner), findOwner),
    ],
    strayNodes: [...groupBy(stray, directoryOfItem).values()],
  }
}

/** Nodes that lie elsewhere are those of others when some lie beside the HyperConverged or below it. */
function groupForOne(
  hyperConverged: Item,
  { nodes, commonBootImages, ...members }: Omit<Members, 'hyperConverged'>,
): Grouping {
  const name = clusterName(hyperConverged)
  const [nodesHere, stray] = splitByPlace(nodes, hyperConverged, name)
  const [imagesHere] = splitByPlace(commonBootImages, hyperConverged, name)
  const cluster = {
    name,
    hyperConverged,
    nodes: nodesHere.map(readNodeItem),
    commonBootImages: imagesHere,
    ...members,
  }
  return { clusters: [cluster], ambiguous: [], strayNodes: [...groupBy(stray, directoryOfItem).values()] }
}

/** What belongs to the one HyperConverged, and what lies elsewhere; where nothing is beside it or below it, it has all. */
function splitByPlace(
  items: readonly Item[],
  hyperConverged: Item,
  name: string,
): [here: readonly Item[], elsewhere: Item[]] {
  if (items.length === 0 || directoryOfItem(hyperConverged) === undefined) return [items, []]
  const isNear = enclosingAmong([hyperConverged])
  const places = groupBy(items, (item) => {
    const said = annotation(item.metadata(), CLUSTER_ANNOTATION)
    if (said !== undefined) return said === name ? 'own' : 'elsewhere'
    const directory = directoryOfItem(item)
    if (directory === undefined) return 'unknown'
    return isNear(directory) ? 'own' : 'elsewhere'
  })
  const elsewhere = places.get('elsewhere')
  if (!elsewhere || !places.has('own')) return [items, []]
  const others = new Set(elsewhere)
  return [items.filter((item) => !others.has(item)), elsewhere]
}

/** Whether an item lies where no HyperConverged is, and says nothing else. */
function isElsewhere(hyperConverged: readonly Item[]): (item: Item) => boolean {
  const isNear = enclosingAmong(hyperConverged)
  return (item) => {
    const directory = directoryOfItem(item)
    const said = annotation(item.metadata(), CLUSTER_ANNOTATION)
    return said === undefined && directory !== undefined && !isNear(directory)
  }
}

function unclaimedOf(byOwner: ReadonlyMap<Item | string, readonly Item[]>): Item[] {
  return [...byOwner].flatMap(([owner, members]) => (typeof owner === 'string' ? members : []))
}

/** Those of one directory have one reason, and are told at once. */
function tellApart(items: readonly Item[], findOwner: FindOwner): AmbiguousItems[] {
  const groups = groupBy(items, (item) => JSON.stringify([directoryOfItem(item), findOwner(item)]))
  return [...groups.values()].map((group) => ({ items: group, reason: String(findOwner(group[0])) }))
}

function nameClusters(items: readonly Item[]): { named: Item[]; ambiguous: AmbiguousItems[] } {
  const named: Item[] = []
  const ambiguous: AmbiguousItems[] = []
  for (const [name, group] of groupBy(items, clusterName)) {
    const reason = whyAmbiguous(name, group.length)
    if (reason === undefined) named.push(...group)
    else for (const members of groupBy(group, directoryOfItem).values()) ambiguous.push({ items: members, reason })
  }
  return { named, ambiguous }
}

function whyAmbiguous(name: string, count: number): string | undefined {
  if (name === '') return 'there are several HyperConvergeds, and nothing names its cluster'
  return count > 1 ? `another HyperConverged belongs to the cluster "${name}" as well` : undefined
}
