import { type Forest, foldersOf } from './forest.ts'

const MENTIONS_OURS =
  /[Hh]yper-?[Cc]onv|[Dd]ata-?[Ii]mport-?[Cc]ron|DataSource|CommonBootImages|GoldenImages|VirtualMachine|\bImageStream\b|kind["']?:\s*["']?Node\b/

/** Whether anything that takes part in a build mentions a kind that is read. */
export function mentionsOurs(root: string, forest: Forest): boolean {
  const { uses, kustomizations, texts } = forest
  return foldersOf(root, forest).some((folder) => {
    const files = (uses.get(folder) ?? []).flatMap(({ kind, path }) => (kind === 'file' ? [path] : []))
    const own = kustomizations.get(folder)?.file
    return [...files, ...(own === undefined ? [] : [own])].some((file) => MENTIONS_OURS.test(texts.get(file) ?? ''))
  })
}
