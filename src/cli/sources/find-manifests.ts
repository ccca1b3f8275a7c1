import { glob } from 'glob'
import type { LeftOut } from '../../formats/findings/basis.ts'
import { InputError } from '../../input-error.ts'
import { readStdin } from '../standard-streams.ts'
import { type Boundary, boundaryBelow } from './boundary.ts'
import { folderOf } from './folder-of.ts'
import type { FoundFile, LeaveOut, ManifestFile } from './found-file.ts'
import { KustomizedFolders } from './kustomized-folders.ts'
import { LeftOuts } from './left-outs.ts'
import { lookAt } from './look-at.ts'
import { lookAtNamed, readNamed } from './named.ts'
import { readFound } from './read-found.ts'
import { quoteName, showPath } from './show-path.ts'
import { walkFolder } from './walk-folder.ts'

export interface FoundManifests {
  readonly files: readonly ManifestFile[]
  /** Each once. */
  readonly leftOut: readonly LeftOut[]
  /** The folders of kustomizations, without links: what was found, and what was named. */
  readonly kustomized: { readonly found: readonly string[]; readonly named: readonly string[] }
  /** The folders and globs among the arguments. */
  readonly searched: readonly string[]
}

const IGNORED = ['**/node_modules/**', '**/.git/**']

/** What one argument leads to. */
interface Expanded {
  readonly files: readonly ManifestFile[]
  readonly isSearched: boolean
}

/**
 * The manifests of files, folders, globs and `-`, each file once, in the order of the arguments. A file that is named
 * is always read; of a folder or a glob only what speaks of our kinds. Throws an InputError that names what is not there.
 */
export async function findManifests(paths: readonly string[]): Promise<FoundManifests> {
  const files = new Map<string, ManifestFile>()
  const leftOut = new LeftOuts()
  const kustomized = new KustomizedFolders()
  const searched: string[] = []
  for (const path of paths) {
    const expanded = await expand(path, leftOut.add, kustomized)
    if (typeof expanded === 'string') throw new InputError(leftOut.tellWith(expanded))
    if (expanded.isSearched) searched.push(path)
    for (const file of expanded.files) if (file.isNamed || !files.has(file.path)) files.set(file.path, file)
  }
  return { files: [...files.values()], leftOut: leftOut.list(), kustomized: kustomized.list(), searched }
}

/** A message when the argument leads to no file. */
async function expand(path: string, leaveOut: LeaveOut, kustomized: KustomizedFolders): Promise<Expanded | string> {
  if (path === '-') return { files: [{ path: '', text: readStdin(), isNamed: true }], isSearched: false }
  const named = lookAtNamed(path)
  if (!named) {
    const found = await findByPattern(path, leaveOut)
    kustomized.find(found)
    return found.length > 0
      ? { files: readFound(found, leaveOut), isSearched: true }
      : `no file is there for ${quoteName(path)}`
  }
  if (named.kind === 'file') kustomized.find([named])
  if (named.kind !== 'folder') {
    return { files: [{ path: showPath(path), ...readNamed(named), isNamed: true }], isSearched: false }
  }
  const found = walkFolder(path, named.real, boundaryBelow(path), leaveOut)
  kustomized.find(found)
  kustomized.name(named.real)
  return { files: readFound(found, leaveOut), isSearched: true }
}

async function findByPattern(pattern: string, leaveOut: LeaveOut): Promise<FoundFile[]> {
  const base = folderOf(pattern)
  if (!lookAtNamed(base)) return []
  const boundary = boundaryBelow(base)
  const paths = await glob(pattern, { nodir: true, dot: false, ignore: IGNORED })
  return paths.sort().flatMap((path) => findOne(path, boundary, leaveOut))
}

function findOne(path: string, boundary: Boundary, leaveOut: LeaveOut): FoundFile[] {
  const entry = lookAt(path, boundary)
  if (entry?.kind === 'unfit') leaveOut(path, entry.reason)
  return entry?.kind === 'file' ? [{ path, real: entry.real }] : []
}
