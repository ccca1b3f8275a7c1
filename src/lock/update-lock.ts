import { compareBytes } from '../kubernetes/byte-order.ts'
import type { ImagesLock, LockedImage, LockedProblem, LockedStream } from './images-lock.ts'

/** What a registry said of an address. */
export type LockAnswer =
  /** It still is what the lock says, or nobody could say. */
  { readonly kind: 'kept' } | { readonly kind: 'known'; readonly image: Omit<LockedImage, 'url' | 'since'> }

export interface LockUpdate {
  readonly answers: ReadonlyMap<string, LockAnswer>
  readonly imageStreams: readonly LockedStream[]
  /** A date and time of RFC 3339. */
  readonly now: string
  /** What nobody asked about stays, too. */
  readonly keepsOthers: boolean
}

/** The lock after answers; equal to the old one where nothing moved. */
export function updateLock(old: ImagesLock, { answers, imageStreams, now, keepsOthers }: LockUpdate): ImagesLock {
  const before = new Map(old.images.map((image) => [image.url, image]))
  const images = [...answers].flatMap(([url, answer]) => {
    const known = before.get(url)
    return answer.kind === 'kept' ? (known ?? []) : [replace(known, { url, ...answer.image, since: now })]
  })
  const others = keepsOthers ? old.images.filter(({ url }) => !answers.has(url)) : []
  const keyOf = ({ namespace, name, tag }: LockedStream) => [namespace, name, tag].join('\n')
  return {
    images: [...images, ...others].sort((a, b) => compareBytes(a.url, b.url)),
    imageStreams: [...imageStreams].sort((a, b) => compareBytes(keyOf(a), keyOf(b))),
  }
}

/** The time is that of the digest, or, where there is none, that of the reason. */
function replace(known: LockedImage | undefined, found: LockedImage): LockedImage {
  const isSame =
    known !== undefined && known.digest === found.digest && (found.digest !== undefined || sameReason(known, found))
  return isSame ? { ...found, since: known.since } : found
}

function sameReason(a: LockedImage, b: LockedImage): boolean {
  const codes = ({ problems = [] }: LockedImage) => problems.map(({ code }: LockedProblem) => code).join()
  return codes(a) === codes(b)
}
