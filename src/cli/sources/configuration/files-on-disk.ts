import { dirname, isAbsolute, resolve } from 'node:path'
import { boundaryAround, boundaryBelow, isWithin } from '../boundary.ts'
import { lookAt } from '../look-at.ts'
import { LARGEST_FOUND, readFile, UnfitFileError } from '../read-file.ts'
import { findRepositoryRoot } from '../repository-root.ts'
import { isShared } from '../shared-folder.ts'
import { showPath } from '../show-path.ts'
import type { ConfigurationFiles, FoundText } from './configuration-files.ts'

/**
 * Configurations on disk, for manifests whose files are relative to `base`. They count up to the root of the repository;
 * outside of any, up to the working folder or the folder that was named, or beside the manifest alone.
 */
export function filesOnDisk(base: string, named: readonly string[]): ConfigurationFiles {
  const known = new Map<string, readonly string[]>()
  const foldersFrom = (folder: string): readonly string[] => {
    const folders = known.get(folder) ?? foldersAbove(folder, named)
    known.set(folder, folders)
    return folders
  }
  return {
    foldersFor: (file) => foldersFrom(file === '' ? resolve(base) : dirname(resolve(base, file))),
    placeOf: (file) => resolve(base, file),
    resolve: (place, name) => {
      const target = resolve(dirname(place), name)
      const { folder, name: boundary } = boundaryBelow(dirname(place))
      const isOutside =
        isAbsolute(name) || (findRepositoryRoot(dirname(place)) !== undefined && !isWithin(folder, target))
      return isOutside ? { reason: `must be a path in ${boundary}, relative to this file` } : { place: target }
    },
    read: readPlace,
    show: showPath,
  }
}

function foldersAbove(start: string, named: readonly string[]): string[] {
  const boundary = boundaryAround(start)
  const tops = [boundary.folder, ...(findRepositoryRoot(start) === undefined ? named.map((one) => resolve(one)) : [])]
  const top = tops.filter((one) => isWithin(one, start)).sort((a, b) => a.length - b.length)[0] ?? start
  const folders: string[] = []
  for (let folder = start; ; folder = dirname(folder)) {
    // What anybody may have put into a folder for temporary files is nobody's configuration.
    if (!isShared(folder)) folders.push(folder)
    if (folder === top || dirname(folder) === folder) return folders
  }
}

function readPlace(place: string): FoundText | undefined {
  const entry = lookAt(place, boundaryAround(dirname(place)))
  if (!entry) return undefined
  if (entry.kind === 'folder') return { reason: 'is a folder' }
  if (entry.kind === 'unfit') return { reason: entry.reason }
  try {
    return { text: readFile(entry.real, LARGEST_FOUND) }
  } catch (error) {
    if (!(error instanceof UnfitFileError)) throw error
    return { reason: error.message }
  }
}
