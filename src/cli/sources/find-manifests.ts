import type { LeftOut } from '../../formats/findings/basis.ts'
import type { Skipped } from '../../formats/findings/files-read.ts'
import { InputError } from '../../input-error.ts'
import { readStdin } from '../standard-streams.ts'
import { boundaryBelow } from './boundary.ts'
import { findByPattern } from './find-by-pattern.ts'
import type { ManifestFile } from './found-file.ts'
import { KustomizedFolders } from './kustomized-folders.ts'
import { LeftOuts } from './left-outs.ts'
import { lookAtNamed, readNamed } from './named.ts'
import { readFound } from './read-found.ts'
import type { ReadOptions } from './read-options.ts'
import { Selection } from './selection/selection.ts'
import { quoteName, showPath } from './show-path.ts'
import { type Walk, walkFolder } from './walk-folder.ts'

export interface FoundManifests {
  readonly files: readonly ManifestFile[]
  /** Each once. */
  readonly leftOut: readonly LeftOut[]
  /** The folders of kustomizations, without links: what was found, and what was named. */
  readonly kustomized: { readonly found: readonly string[]; readonly named: readonly string[] }
  /** The folders and globs among the arguments. */
  readonly searched: readonly string[]
  /** What was left out of them by somebody's wish. */
  readonly skipped: readonly Skipped[]
  /** How many files were looked at. */
  readonly seen: number
}

interface Search extends Pick<Walk, 'leaveOut' | 'selection'> {
  readonly kustomized: KustomizedFolders
}

/** What one argument leads to. */
interface Expanded {
  readonly files: readonly ManifestFile[]
  readonly isSearched: boolean
  readonly seen: number
}

/**
 * The manifests of files, folders, globs and `-`, each file once, in the order of the arguments. A file that is named
 * is always read; of a folder or a glob only what speaks of our kinds. Throws an InputError that names what is not there.
 */
export function findManifests(paths: readonly string[], options: ReadOptions = {}): FoundManifests {
  const files = new Map<string, ManifestFile>()
  const leftOut = new LeftOuts()
  const search = { leaveOut: leftOut.add, kustomized: new KustomizedFolders(), selection: new Selection(options) }
  const searched: string[] = []
  let seen = 0
  for (const path of paths) {
    const expanded = expand(path, search)
    if (typeof expanded === 'string') throw new InputError(leftOut.tellWith(expanded))
    if (expanded.isSearched) searched.push(path)
    seen += expanded.seen
    for (const file of expanded.files) if (file.isNamed || !files.has(file.path)) files.set(file.path, file)
  }
  return {
    files: [...files.values()],
    leftOut: leftOut.list(),
    kustomized: search.kustomized.list(),
    searched,
    skipped: search.selection.skipped(),
    seen,
  }
}

/** A message when the argument leads to no file. */
function expand(path: string, { kustomized, ...walk }: Search): Expanded | string {
  if (path === '-') return { files: [{ path: '', text: readStdin(), isNamed: true }], isSearched: false, seen: 1 }
  const named = lookAtNamed(path)
  if (!named) {
    const found = findByPattern(path, walk)
    kustomized.find(found)
    return found.length > 0
      ? { files: readFound(found, walk.leaveOut), isSearched: true, seen: found.length }
      : `no file is there for ${quoteName(path)}`
  }
  if (named.kind !== 'stream' && walk.selection.excludes(named.real, named.kind === 'folder')) {
    walk.selection.skip(path, 'is excluded')
    return { files: [], isSearched: named.kind === 'folder', seen: 0 }
  }
  if (named.kind === 'file') kustomized.find([named])
  if (named.kind !== 'folder') {
    return { files: [{ path: showPath(path), ...readNamed(named), isNamed: true }], isSearched: false, seen: 1 }
  }
  const found = walkFolder(path, named.real, { ...walk, boundary: boundaryBelow(path) })
  kustomized.find(found)
  kustomized.name(named.real)
  return { files: readFound(found, walk.leaveOut), isSearched: true, seen: found.length }
}
