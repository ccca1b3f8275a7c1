import type { JsonObject } from '../../../json/json.ts'
import { builtItem } from '../../../resource-list/item.ts'
import type { Item } from '../../../resource-list/read-resource-list.ts'
import { buildAll } from './build-all.ts'
import type { Builder } from './builder.ts'
import { itemsOf } from './built-items.ts'
import { changesIn } from './changes-in.ts'
import type { Documents } from './documents.ts'
import { type Forest, foldersOf } from './forest.ts'
import { type LeftOutPlugin, leaveOutPlugins } from './leave-out-plugins.ts'
import type { Tree } from './tree.ts'

export interface BuiltRoots {
  readonly items: readonly Item[]
  /** What configures this function there. */
  readonly configurations: readonly Item[]
  /** Other people's plugins that were taken out. */
  readonly foreign: readonly LeftOutPlugin[]
  /** What kustomize says of those that it can't build, by their folders. */
  readonly failures: ReadonlyMap<string, string>
}

/** Builds roots without what they would start. */
export async function buildRoots(
  builder: Builder,
  roots: readonly string[],
  forest: Forest,
  documents: Documents,
  tree: Tree,
): Promise<BuiltRoots> {
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
  const failures = new Map<string, string>()
  for (const [root, result] of await buildAll(builder, roots, forest, values, tree.show)) {
    if (!result.ok) failures.set(root, `kustomize says: ${result.words}`)
    const kustomization = forest.kustomizations.get(root)
    if (!result.ok || !kustomization) continue
    const folders = foldersOf(root, forest)
    const folder = tree.show(root) || '.'
    const all = folders.flatMap((one) => changes.get(one) ?? [])
    for (const item of itemsOf(result.output, { kustomization, folder, changes: all }, documents)) items.push(item)
    for (const one of folders.flatMap((one) => leftOut.get(one) ?? [])) {
      if (one.plugin.kind === 'ours') configurations.push(asConfiguration(one, folder))
    }
  }
  const foreign = [...leftOut.values()].flat().filter(({ plugin }) => plugin.kind === 'foreign')
  return { items, configurations, foreign, failures }
}

function asConfiguration({ plugin, written, kustomization }: LeftOutPlugin, folder: string): Item {
  const { item } = kustomization
  return builtItem(written ?? item, { folder, written, built: plugin.value, changes: [], kustomization: item })
}
