import type { Kustomization } from './kustomization.ts'
import type { Reference } from './references.ts'

/** A reference, and what it leads to. */
export interface Use extends Reference {
  /** In the tree, without links. */
  readonly path: string
  readonly kind: 'file' | 'folder'
}

/** Why a kustomization is not built, at one of its fields. */
export interface Fault {
  /** The field that has it; `''` for the whole file. */
  readonly field: string
  /** The end of a sentence about the kustomization. */
  readonly reason: string
}

/** Kustomizations, and all that they read. Paths are those of their tree. */
export interface Forest {
  readonly kustomizations: ReadonlyMap<string, Kustomization>
  readonly uses: ReadonlyMap<string, readonly Use[]>
  readonly faults: ReadonlyMap<string, readonly Fault[]>
  /** The texts of all files. */
  readonly texts: ReadonlyMap<string, string>
  /** Links on the way to them, and where each leads. */
  readonly links: ReadonlyMap<string, string>
  /** The files of kustomizations that can't be read, by their folders. */
  readonly unread: ReadonlyMap<string, string>
  /** Folders where a file of that name is another's, as Flux's `Kustomization` is. */
  readonly foreign: ReadonlySet<string>
}

/** The folders of the kustomizations that take part in the build of one, itself first. */
export function foldersOf(root: string, { uses }: Forest): string[] {
  const folders = new Set([root])
  for (const folder of folders) {
    for (const { path, kind } of uses.get(folder) ?? []) if (kind === 'folder') folders.add(path)
  }
  return [...folders]
}
