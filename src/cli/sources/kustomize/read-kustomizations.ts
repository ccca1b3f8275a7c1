import type { BuildProblem } from '../../../findings/build-problem.ts'
import type { JsonObject } from '../../../json/json.ts'
import { builtItem } from '../../../resource-list/item.ts'
import type { Item } from '../../../resource-list/read-resource-list.ts'
import { buildAll } from './build-all.ts'
import type { Builder, Building } from './builder.ts'
import { itemsOf } from './built-items.ts'
import { changesIn } from './changes-in.ts'
import { Documents } from './documents.ts'
import { filesTaken } from './files-taken.ts'
import { findRoots } from './find-roots.ts'
import { type Forest, foldersOf } from './forest.ts'
import { type LeftOutPlugin, leaveOutPlugins } from './leave-out-plugins.ts'
import { loadForest } from './load-forest.ts'
import { mentionsOurs } from './mentions-ours.ts'
import { tellFailure, tellFaults, tellPlugin, tellWithoutBuilder } from './problems.ts'
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
  const nothing = { items: [], configurations: [], texts: new Map<string, string>(), taken, problems: [] }
  if (building === 'off') return nothing
  const documents = new Documents(forest, tree)
  const asked = roots.filter((root) => named.includes(root) || mentionsOurs(root, forest))
  const isFaulty = (root: string) => foldersOf(root, forest).some((folder) => forest.faults.has(folder))
  const faults = tellFaults(asked.filter(isFaulty), forest, documents)
  const sound = asked.filter((root) => !isFaulty(root))
  if (!building) {
    const missing = sound.map((root) => tellWithoutBuilder(root, forest, documents))
    return { ...nothing, texts: documents.texts(), problems: [...faults, ...missing] }
  }
  const built = await buildSound(building, sound, forest, documents, tree)
  return { ...built, taken, texts: documents.texts(), problems: [...faults, ...built.problems] }
}

async function buildSound(
  builder: Builder,
  roots: readonly string[],
  forest: Forest,
  documents: Documents,
  tree: Tree,
): Promise<Pick<ReadKustomizations, 'items' | 'configurations' | 'problems'>> {
  const values = new Map<string, JsonObject>()
  const leftOut = new Map<string, readonly LeftOutPlugin[]>()
  const changes = new Map<string, ReturnType<typeof changesIn>>()
  for (const folder of new Set(roots.flatMap((root) => foldersOf(root, forest)))) {
    const kustomization = forest.kustomizations.get(folder)
    if (!kustomization) continue
    const without = leaveOutPlugins(kustomization, forest, documents)
    values.set(folder, without.value)
    leftOut.set(folder, without.leftOut)
    changes.set(folder, changesIn(kustomization, forest, documents))
  }
  const items: Item[] = []
  const configurations: Item[] = []
  const foreign = [...leftOut.values()].flat().filter(({ plugin }) => plugin.kind === 'foreign')
  const problems = foreign.map(tellPlugin)
  for (const [root, result] of await buildAll(builder, roots, forest, values, tree.show)) {
    const kustomization = forest.kustomizations.get(root)
    if (!kustomization) continue
    if (!result.ok) {
      problems.push(tellFailure(root, result.words, forest, documents))
      continue
    }
    const folders = foldersOf(root, forest)
    const folder = tree.show(root) || '.'
    const all = folders.flatMap((one) => changes.get(one) ?? [])
    items.push(...itemsOf(result.output, { kustomization, folder, changes: all }, documents))
    const ours = folders.flatMap((one) => leftOut.get(one) ?? []).filter(({ plugin }) => plugin.kind === 'ours')
    configurations.push(...ours.map((one) => asConfiguration(one, folder)))
  }
  return { items, configurations, problems }
}

function asConfiguration({ plugin, written, kustomization }: LeftOutPlugin, folder: string): Item {
  const { item } = kustomization
  return builtItem(written ?? item, { folder, written, built: plugin.value, changes: [], kustomization: item })
}
