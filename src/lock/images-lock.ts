/** What the registries had for each address, when somebody last asked. */
export interface ImagesLock {
  readonly images: readonly LockedImage[]
  readonly imageStreams: readonly LockedStream[]
}

export interface LockedImage {
  /** As the template has it, letter by letter. */
  readonly url: string
  /** Undefined when there is no such image. */
  readonly digest?: string | undefined
  readonly mediaType?: string | undefined
  /** What CDI could import, sorted. */
  readonly architectures: readonly string[]
  /** When this digest was first seen: a date and time of RFC 3339. */
  readonly since: string
  /** The mirror that answered. */
  readonly via?: string | undefined
  readonly problems?: readonly LockedProblem[] | undefined
}

/** Why an architecture, or the whole image, can't be imported. */
export interface LockedProblem {
  readonly code: string
  readonly architecture?: string | undefined
  /** What the image's configuration says instead; `''` for nothing. */
  readonly config?: string | undefined
}

export interface LockedStream {
  readonly namespace: string
  readonly name: string
  readonly tag: string
  readonly url: string
  readonly importMode?: string | undefined
}

/** What is wrong with a lock, by path within it. */
export interface LockProblem {
  readonly path: string
  readonly message: string
}

export type LockResult =
  | { readonly ok: true; readonly lock: ImagesLock }
  | { readonly ok: false; readonly problems: readonly LockProblem[] }
