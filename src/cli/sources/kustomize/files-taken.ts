import { type Forest, foldersOf } from './forest.ts'

/**
 * The files that are no manifests of their own: what takes part in the build of a root, and what only serves one of the
 * kustomizations that were found.
 */
export function filesTaken(forest: Forest, found: readonly string[], roots: readonly string[]): Set<string> {
  const built = new Set(roots.flatMap((root) => foldersOf(root, forest)))
  const taken = new Set<string>()
  for (const folder of new Set([...found, ...built])) {
    const own = forest.kustomizations.get(folder)?.file
    if (own !== undefined) taken.add(own)
    for (const { role, kind, path } of forest.uses.get(folder) ?? []) {
      if (kind === 'file' && (role !== 'resource' || built.has(folder))) taken.add(path)
    }
  }
  for (const [link, target] of forest.links) if (taken.has(target)) taken.add(link)
  return taken
}
