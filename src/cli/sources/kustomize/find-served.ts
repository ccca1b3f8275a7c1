import { KUSTOMIZATION_NAMES } from './kustomization.ts'
import { loadForest } from './load-forest.ts'
import { parentOf, type Tree } from './tree.ts'

/**
 * The folders of the kustomizations that files only serve, as patches do. Of each file the nearest kustomization above it
 * is looked at.
 */
export function findServed(tree: Tree, files: readonly string[]): string[] {
  const nearest = new Map(
    files.flatMap((file) => findAbove(tree, file) ?? []).map((found) => [found.file, found.folder]),
  )
  if (nearest.size === 0) return []
  const { uses } = loadForest(tree, [...nearest.values()])
  const served = [...nearest].filter(([file, folder]) => {
    return uses.get(folder)?.some(({ path, role }) => path === file && role !== 'resource')
  })
  return [...new Set(served.map(([, folder]) => folder))]
}

function findAbove(tree: Tree, file: string): { readonly file: string; readonly folder: string } | undefined {
  for (let folder = parentOf(file); ; folder = parentOf(folder)) {
    const names = KUSTOMIZATION_NAMES.map((name) => (folder === '' ? name : `${folder}/${name}`))
    if (names.some((name) => tree.look(name)?.kind === 'file')) return { file, folder }
    if (folder === '') return undefined
  }
}
