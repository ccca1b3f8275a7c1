import { offeredArchitecture } from '../operators/cdi/choose-image.ts'
import type { IndexEntry } from '../operators/cdi/manifest.ts'
import type { DocumentReader, ManifestDocument } from './image-documents.ts'
import { DEEPEST_INDEX } from './import-wish.ts'
import { RegistryError } from './registry-error.ts'

/**
 * The architectures by which something of an image may be found, in any order, with what the registry calls them. `deep`
 * also looks into the entries that have no platform.
 */
export async function offeredNames(
  reader: DocumentReader,
  { manifest }: ManifestDocument,
  deep: boolean,
  depth = 0,
): Promise<string[]> {
  if (manifest.kind === 'image') {
    if (manifest.config === undefined) return []
    const { architecture } = await reader.config(manifest.config)
    return architecture === '' ? [] : [architecture]
  }
  const named = manifest.entries.flatMap(({ platform }) => (platform && offeredArchitecture(platform)) ?? [])
  if (manifest.docker || !deep || depth === DEEPEST_INDEX) return named
  const unnamed = manifest.entries.filter(({ platform }) => platform === undefined)
  const within = await Promise.all(unnamed.map((entry) => namesWithin(reader, entry, depth + 1)))
  return [...named, ...within.flat()]
}

async function namesWithin(reader: DocumentReader, { digest }: IndexEntry, depth: number): Promise<string[]> {
  try {
    return await offeredNames(reader, await reader.manifest(digest), true, depth)
  } catch (error) {
    // What can't be read offers nothing.
    if (error instanceof RegistryError && error.isAboutImage) return []
    throw error
  }
}
