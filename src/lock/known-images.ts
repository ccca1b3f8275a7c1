import type { Item } from '../resource-list/read-resource-list.ts'
import type { LockedImage, LockProblem } from './images-lock.ts'
import { readImagesLock } from './read-images-lock.ts'

/** A locked image, and where its entry stands. */
interface KnownImage {
  readonly image: LockedImage
  readonly item: Item
  /** Of its entry, within the item. */
  readonly path: string
}

/** What the locks of an input say. */
export interface KnownImages {
  /** By address; where several locks have one, what was seen last. */
  readonly byUrl: ReadonlyMap<string, KnownImage>
  /** Entries of which another lock has seen another digest since. */
  readonly outdated: readonly (KnownImage & { readonly by: LockedImage })[]
  readonly problems: readonly (LockProblem & { readonly item: Item })[]
}

/** Undefined when there is no lock. */
export function knownImages(locks: readonly Item[]): KnownImages | undefined {
  if (locks.length === 0) return undefined
  const byUrl = new Map<string, KnownImage>()
  const outdated: (KnownImage & { by: LockedImage })[] = []
  const problems: (LockProblem & { item: Item })[] = []
  for (const item of locks) {
    const read = readImagesLock(item.value())
    if (!read.ok) {
      problems.push(...read.problems.map((problem) => ({ ...problem, item })))
      continue
    }
    for (const [index, image] of read.lock.images.entries()) {
      const entry = { image, item, path: `spec.images[${index}]` }
      const other = byUrl.get(image.url)
      const [older, newer] = other && other.image.since > image.since ? [entry, other] : [other, entry]
      byUrl.set(image.url, newer)
      if (older && older.image.digest !== newer.image.digest) outdated.push({ ...older, by: newer.image })
    }
  }
  return { byUrl, outdated, problems }
}
