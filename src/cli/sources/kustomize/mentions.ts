import { type Forest, foldersOf } from './forest.ts'

/** Whether any text that takes part in a build says something. */
export function mentions(root: string, forest: Forest, says: (text: string) => boolean): boolean {
  const { uses, kustomizations, unread, texts } = forest
  return foldersOf(root, forest).some((folder) => {
    const files = (uses.get(folder) ?? []).flatMap(({ kind, path }) => (kind === 'file' ? [path] : []))
    const own = kustomizations.get(folder)?.file ?? unread.get(folder)
    return [...files, ...(own === undefined ? [] : [own])].some((file) => says(texts.get(file) ?? ''))
  })
}
