import { relative, sep } from 'node:path'
import { findRepositoryRoot } from '../repository-root.ts'

/** A repository that git is asked about. */
export interface Repository {
  readonly root: string
  /** The working folder, from the root, with slashes. */
  readonly prefix: string
}

/**
 * The repository around a folder. Git is started in its root and may not look further up, so that it never takes a
 * committed folder that looks like a bare repository for one.
 */
export function findRepository(folder: string): Repository | undefined {
  const root = findRepositoryRoot(folder)
  return root === undefined ? undefined : { root, prefix: relative(root, folder).split(sep).join('/') }
}
