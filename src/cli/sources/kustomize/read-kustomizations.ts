import { speaksOfUs, WANTED_OBJECTS } from '../../../cluster/wanted-objects.ts'
import type { BuildProblem } from '../../../findings/build-problem.ts'
import { groupBy } from '../../../json/group-by.ts'
import type { Item } from '../../../resource-list/read-resource-list.ts'
import { buildRoots } from './build-roots.ts'
import type { Building } from './builder.ts'
import { Documents } from './documents.ts'
import { filesTaken } from './files-taken.ts'
import { findRoots } from './find-roots.ts'
import { foldersOf } from './forest.ts'
import { loadForest } from './load-forest.ts'
import { mentions } from './mentions.ts'
import { leaveOut, leaveOutFaulty, NO_BUILDER, tellFailure, tellFaults, tellPlugin } from './problems.ts'
import type { Tree } from './tree.ts'

/** Kustomizations among what is read. Folders are those of the tree. */
export interface Kustomizations {
  readonly tree: Tree
  readonly found: readonly string[]
  /** Those that somebody has named. */
  readonly named: readonly string[]
}

export interface ReadKustomizations {
  /** What the builds have of the kinds that are known, each with its origin. */
  readonly items: readonly Item[]
  /** What configures this function there. */
  readonly configurations: readonly Item[]
  /** The texts that they are made of, by their files as shown. */
  readonly texts: ReadonlyMap<string, string>
  /** Files and links, by their paths in the tree, that are no manifests of their own. */
  readonly taken: ReadonlySet<string>
  readonly problems: readonly BuildProblem[]
  /** Kustomizations that are not built and have nothing of ours, as far as is known; `reason` is the end of a sentence. */
  readonly leftOut: readonly { readonly path: string; readonly reason: string }[]
}

/**
 * What the builds of the roots make of their files. Nothing that a kustomization declares is started: they are built from
 * a copy without functions.
 */
export async function readKustomizations(
  { tree, found, named }: Kustomizations,
  building: Building,
): Promise<ReadKustomizations> {
  const forest = loadForest(tree, [...found, ...named])
  const roots = findRoots(forest, found, named)
  const taken = filesTaken(forest, found, building === 'off' ? [] : roots)
  const nothing = { items: [], configurations: [], texts: new Map<string, string>(), taken, problems: [], leftOut: [] }
  if (building === 'off') return nothing
  const documents = new Documents(forest, tree)
  const isAsked = (root: string) => named.includes(root) || mentions(root, forest, WANTED_OBJECTS.isMentioned)
  const isFaulty = (root: string) => foldersOf(root, forest).some((folder) => forest.faults.has(folder))
  const faulty = roots.filter(isFaulty)
  const sound = roots.filter((root) => !isFaulty(root) && (isAsked(root) || mentions(root, forest, speaksOfUs)))
  const concerned = new Set(sound.filter(isAsked).flatMap((root) => foldersOf(root, forest)))
  const built = building && (await buildRoots(building, sound, forest, documents, tree))
  const failures = built?.failures ?? new Map(sound.map((root) => [root, NO_BUILDER]))
  const isTold = groupBy([...failures], ([root]) => isAsked(root))
  return {
    ...nothing,
    ...(built && { items: built.items, configurations: built.configurations }),
    texts: documents.texts(),
    problems: [
      ...tellFaults(faulty.filter(isAsked), forest, documents),
      ...(isTold.get(true) ?? []).map(([root, words]) => tellFailure(root, words, forest, documents)),
      ...(built?.foreign ?? []).filter(({ kustomization }) => concerned.has(kustomization.folder)).map(tellPlugin),
    ],
    leftOut: [
      ...faulty.filter((root) => !isAsked(root)).map((root) => leaveOutFaulty(root, forest, documents)),
      ...(isTold.get(false) ?? []).map(([root, words]) => leaveOut(root, words, forest, documents)),
    ],
  }
}
