import { filePath } from '../cluster/item-location.ts'
import { roleOf } from '../cluster/kinds.ts'
import type { FindOwner } from '../cluster/owner.ts'
import { groupBy } from '../json/group-by.ts'
import { stringAt } from '../json/json.ts'
import { compareBytes } from '../kubernetes/byte-order.ts'
import { type ClusterPrediction, isMade } from '../prediction/predict-cluster.ts'
import type { Item } from '../resource-list/read-resource-list.ts'
import { type Candidate, candidatesOf } from './candidate.ts'
import type { MadeEarlier } from './earlier-run.ts'
import type { EmitOptions, EmittedItem } from './emitted-item.ts'
import { placeInFiles } from './place-in-files.ts'

/** What leaves and what joins the list of items. */
export interface Emission {
  /** Sorted by cluster, namespace and name. */
  readonly emitted: readonly EmittedItem[]
  /** What an earlier run made, for a HyperConverged whose prediction was made again, or for one that is gone. */
  readonly dropped: ReadonlySet<Item>
  /** What an earlier run made for a HyperConverged that is gone, and what stays. */
  readonly orphaned: readonly Item[]
  /** The same, when it goes. */
  readonly pruned: readonly Item[]
  /** Not emitted, because an item that we did not make has the name. */
  readonly taken: readonly { readonly candidate: Candidate; readonly by: Item }[]
  /** Not emitted, because several clusters want one object in a flat list. */
  readonly collisions: readonly (readonly Candidate[])[]
}

/** What `mode: validate` does. */
export const NO_EMISSION: Emission = {
  emitted: [],
  dropped: new Set(),
  orphaned: [],
  pruned: [],
  taken: [],
  collisions: [],
}

/** What is known of the items before anything is decided. */
export interface Known {
  readonly made: MadeEarlier
  /** Of what an earlier run made, what was made for a HyperConverged that is gone. */
  readonly orphans: readonly Item[]
  readonly findOwner: FindOwner
}

/** What the configuration wants. */
export interface Wishes {
  /** Undefined for a cluster of which nothing is emitted. */
  readonly optionsOf: (cluster: ClusterPrediction) => EmitOptions | undefined
  /** What was made for a HyperConverged that is gone goes, too. */
  readonly prune: boolean
}

/** Decides what an output ResourceList has beside its input's items. */
export function planEmission(
  clusters: readonly ClusterPrediction[],
  items: readonly Item[],
  { made, orphans, findOwner }: Known,
  { optionsOf, prune }: Wishes,
): Emission {
  const several = clusters.length > 1
  const predicted = clusters.filter(isMade).flatMap((cluster) => {
    const options = optionsOf(cluster)
    return options ? [{ cluster, options }] : []
  })
  const [orphaned, pruned] = prune ? [[], orphans] : [orphans, []]
  if (predicted.length === 0) return { ...NO_EMISSION, dropped: new Set(pruned), orphaned, pruned }
  const images = items.filter((item) => roleOf(item) === 'golden-image')
  const again = new Set<Item | undefined>(predicted.map(({ cluster }) => cluster.items.hyperConverged))
  const dropped = new Set([...made].flatMap(([item, owner]) => (again.has(owner) ? [item] : [])))
  for (const item of pruned) dropped.add(item)
  const candidates = predicted
    .toSorted((a, b) => compareBytes(a.cluster.items.name, b.cluster.items.name))
    .flatMap(({ cluster, options }) => candidatesOf(cluster, several, options))
  const collisions = several ? findCollisions(candidates) : []
  const colliding = new Set(collisions.flat())
  const others = images.filter((item) => !dropped.has(item))
  const ownerOf: FindOwner = several ? (item) => (made.has(item) ? (made.get(item) ?? '') : findOwner(item)) : () => ''
  const findInTheWay = indexByIdentity(others, ownerOf)
  const free: Candidate[] = []
  const taken: { candidate: Candidate; by: Item }[] = []
  for (const candidate of candidates) {
    const by = findInTheWay(candidate)
    // What an earlier run made is replaced, whomever it was made for.
    if (by && made.has(by)) dropped.add(by)
    if (by && !made.has(by)) taken.push({ candidate, by })
    else if (!colliding.has(candidate)) free.push(candidate)
  }
  const rest = items.filter((item) => !dropped.has(item))
  return {
    emitted: placeInFiles(free, rest),
    dropped,
    orphaned: orphaned.filter((item) => !dropped.has(item)),
    pruned,
    taken,
    collisions,
  }
}

function findCollisions(candidates: readonly Candidate[]): Candidate[][] {
  const flat = candidates.filter(({ cluster }) => filePath(cluster.items.hyperConverged) === undefined)
  return [...groupBy(flat, identityOf).values()].filter((group) => group.length > 1)
}

function identityOf({ item: { kind, metadata } }: Candidate): string {
  return identity(kind, metadata.namespace, metadata.name)
}

/** What makes two items of CDI's one object; its version does not. */
function identity(kind: string | undefined, namespace: string | undefined, name: string | undefined): string {
  return `${namespace}\n${name}\n${kind}`
}

/**
 * Finds the first item in the way of a candidate. With paths, each cluster has files of its own; an item whose cluster
 * can't be told is in the way of all.
 */
function indexByIdentity(items: readonly Item[], findOwner: FindOwner): (candidate: Candidate) => Item | undefined {
  const groups = groupBy(items, (item) => {
    const metadata = item.metadata()
    return identity(item.kind, stringAt(metadata, 'namespace'), stringAt(metadata, 'name'))
  })
  const byIdentity = new Map([...groups].map(([key, group]) => [key, firstByOwner(group, findOwner)]))
  return (candidate) => {
    const firsts = byIdentity.get(identityOf(candidate))
    return firsts?.get(candidate.cluster.items.hyperConverged) ?? firsts?.get(undefined)
  }
}

/** Of each owner the first item, unless one of nobody comes before it; under `undefined` the first of nobody. */
function firstByOwner(items: readonly Item[], findOwner: FindOwner): ReadonlyMap<Item | undefined, Item> {
  const firsts = new Map<Item | undefined, Item>()
  for (const item of items) {
    const found = findOwner(item)
    const owner = typeof found === 'string' ? undefined : found
    if (!firsts.has(owner) && !firsts.has(undefined)) firsts.set(owner, item)
  }
  return firsts
}
