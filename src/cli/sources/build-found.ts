import { realpathSync } from 'node:fs'
import { basename, dirname, join, posix, resolve } from 'node:path'
import { diskTree, treePath } from './disk-tree.ts'
import type { FoundManifests } from './find-manifests.ts'
import type { ManifestFile } from './found-file.ts'
import type { Revision } from './git/find-revision.ts'
import { findManifestsInRevision } from './git/revision-manifests.ts'
import { revisionTree } from './git/revision-tree.ts'
import { chooseBuilding } from './kustomize/builder.ts'
import { findServed } from './kustomize/find-served.ts'
import { type Kustomizations, type ReadKustomizations, readKustomizations } from './kustomize/read-kustomizations.ts'
import type { ReadOptions } from './read-options.ts'
import { showPath } from './show-path.ts'

/** What the builds of kustomizations have, and the files that are no part of any. */
export interface BuiltFound
  extends Pick<ReadKustomizations, 'items' | 'configurations' | 'texts' | 'problems' | 'leftOut'> {
  readonly files: readonly ManifestFile[]
}

/** Builds the kustomizations among what is found. `show` is for files that only they name. */
export async function buildFound(
  { files, kustomized }: FoundManifests,
  kustomize: string | undefined,
  show: (path: string) => string = showPath,
): Promise<BuiltFound> {
  const [found, named] = [kustomized.found.map(treePath), kustomized.named.map(treePath)]
  const folders = files.filter(isNamed).map(({ path }) => dirname(resolve(path)))
  const realFolder = realFolders()
  const inTree = (path: string) => treePath(join(realFolder(dirname(resolve(path))), basename(path)))
  return build(files, { tree: diskTree([...kustomized.found, ...folders], show), found, named }, kustomize, inTree)
}

/** As `buildFound`, of a file or a folder in a revision. */
export async function buildRevision(revision: Revision, options: ReadOptions): Promise<BuiltFound> {
  const { files, kustomized } = findManifestsInRevision(revision, options)
  const tree = revisionTree(revision, (path) => posix.relative(revision.path, path))
  const named = kustomized.filter((folder) => folder === revision.path)
  return build(files, { tree, found: kustomized, named }, options.kustomize, (path) => posix.join(revision.path, path))
}

async function build(
  files: readonly ManifestFile[],
  kustomizations: Kustomizations,
  kustomize: string | undefined,
  inTree: (path: string) => string,
): Promise<BuiltFound> {
  const { tree } = kustomizations
  const served = findServed(
    tree,
    files.filter(isNamed).map(({ path }) => inTree(path)),
  )
  const found = [...kustomizations.found, ...served]
  if (found.length === 0) return { files, items: [], configurations: [], texts: new Map(), problems: [], leftOut: [] }
  const { taken, ...built } = await readKustomizations(
    { tree, found, named: [...kustomizations.named, ...served] },
    chooseBuilding(kustomize),
  )
  return { ...built, files: files.filter(({ path }) => path === '' || !taken.has(inTree(path))) }
}

function isNamed({ path, isNamed }: ManifestFile): boolean {
  return isNamed === true && path !== ''
}

/** Folders without links, each looked up once. */
function realFolders(): (folder: string) => string {
  const known = new Map<string, string>()
  return (folder) => {
    const real = known.get(folder) ?? realOf(folder)
    known.set(folder, real)
    return real
  }
}

function realOf(folder: string): string {
  try {
    return realpathSync.native(folder)
  } catch {
    return folder
  }
}
