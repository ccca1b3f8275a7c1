import { posix } from 'node:path'
import type { Revision } from '../git/find-revision.ts'
import { describeObjects, readBlobs } from '../git/read-blobs.ts'
import { CONFIGURATION_FILE, type ConfigurationFiles, type FoundText } from './configuration-files.ts'

/**
 * Configurations in a revision, for manifests that were read there, relative to its path. Those in the folders of the
 * manifests, and above, are read at once: each call of git is a process.
 */
export function filesInRevision(revision: Revision, manifests: readonly string[]): ConfigurationFiles {
  const isFile = manifests.length === 1 && posix.basename(revision.path) === manifests[0]
  const base = isFile ? posix.dirname(revision.path) : posix.join(revision.path, '.')
  const placeOf = (file: string) => posix.join(base, file)
  // Git is asked line by line, so a folder with a line break in its name can't be asked for.
  const foldersFor = (file: string) => foldersAbove(posix.dirname(placeOf(file))).filter((one) => !one.includes('\n'))
  const folders = new Set(manifests.flatMap(foldersFor))
  const known = readPlaces(
    revision,
    [...folders].map((folder) => posix.join(folder, CONFIGURATION_FILE)),
  )
  return {
    foldersFor,
    placeOf,
    resolve: (place, name) => {
      const target = posix.join(posix.dirname(place), name)
      const isOutside = posix.isAbsolute(name) || target.split('/', 1)[0] === '..'
      return isOutside ? { reason: 'must be a path in the repository, relative to this file' } : { place: target }
    },
    read: (place) => (known.has(place) ? known.get(place) : readPlaces(revision, [place]).get(place)),
    show: (place) => `${revision.revision}:${place}`,
  }
}

function foldersAbove(start: string): string[] {
  const folders: string[] = []
  for (let folder = start; ; folder = posix.dirname(folder)) {
    folders.push(folder)
    if (folder === '.' || folder === '/') return folders
  }
}

function readPlaces({ repository, object, revision }: Revision, places: readonly string[]) {
  const facts = describeObjects(
    repository,
    places.map((place) => `${object}:${place}`),
  )
  const blobs = places.flatMap((path, index) => {
    const one = facts[index]
    return one?.type === 'blob' ? [{ object: one.id, path, label: `${revision}:${path}` }] : []
  })
  const texts = new Map(readBlobs(repository, blobs, revision).map(({ path, text }) => [path, text]))
  return new Map<string, FoundText | undefined>(
    places.map((place, index) => {
      const text = texts.get(place)
      if (text !== undefined) return [place, { text }]
      return [place, facts[index] ? { reason: 'is no file' } : undefined]
    }),
  )
}
