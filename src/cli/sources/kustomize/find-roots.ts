import { type Forest, foldersOf } from './forest.ts'
import { isComponent } from './kustomization.ts'

/**
 * The kustomizations that are built: those that are named, and of those that are found the ones that no other one lists.
 * Components are none. Of some that list each other the first is one, so that kustomize can say so.
 */
export function findRoots(forest: Forest, found: readonly string[], named: readonly string[]): string[] {
  const canBeBuilt = (folder: string) => {
    const kustomization = forest.kustomizations.get(folder)
    return kustomization === undefined ? !forest.foreign.has(folder) : !isComponent(kustomization)
  }
  const candidates = [...new Set([...found, ...named])].filter(canBeBuilt).sort()
  const listed = new Set(
    found.flatMap((folder) =>
      (forest.uses.get(folder) ?? []).filter(({ kind }) => kind === 'folder').map(({ path }) => path),
    ),
  )
  const roots = candidates.filter((folder) => named.includes(folder) || !listed.has(folder))
  const reached = new Set(roots.flatMap((root) => foldersOf(root, forest)))
  for (const folder of candidates) {
    if (reached.has(folder)) continue
    roots.push(folder)
    for (const other of foldersOf(folder, forest)) reached.add(other)
  }
  return roots.sort()
}
