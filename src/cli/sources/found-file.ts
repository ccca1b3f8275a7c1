/** A folder on the way of a walk. */
export interface Folder {
  /** As it is found. */
  readonly path: string
  /** Without any link. */
  readonly real: string
  /** The folders in which the links on the way stand. */
  readonly links: readonly string[]
}

export interface FoundFile {
  readonly path: string
  readonly real: string
}

/** The text of one file that may hold manifests. */
export interface ManifestFile {
  /** As it is shown and grouped: with slashes, relative to where the command was started. */
  readonly path: string
  readonly text: string
  /** It stands on the command line by itself: what is wrong with it is said, whatever it is. */
  readonly isNamed?: boolean
  /** Why it has no text. */
  readonly fault?: string
}

/** Told of what is not read, with the end of a sentence about it. */
export type LeaveOut = (path: string, reason: string) => void

/** What an entry of a folder is to the walk; undefined when it is nothing to it. */
export type Step =
  | { readonly kind: 'file'; readonly file: FoundFile }
  | { readonly kind: 'folder'; readonly folder: Folder }
  | { readonly kind: 'left-out'; readonly path: string; readonly reason: string }
  | undefined

/** Whether a file can hold manifests, or say of what others are built, by its name. */
export function isManifestName(name: string): boolean {
  return /\.(ya?ml|json)$|(^|\/)Kustomization$/.test(name)
}

/** Whether a file or folder is never looked at, by its name. */
export function isIgnoredName(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules'
}
