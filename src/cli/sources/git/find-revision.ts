import { posix } from 'node:path'
import { InputError } from '../../../input-error.ts'
import { callGit, GitError } from './call-git.ts'
import { describeObjects } from './read-blobs.ts'
import type { Repository } from './repository.ts'
import type { RevisionPath } from './revision-path.ts'

/** A revision that git knows, and a path in it. */
export interface Revision {
  readonly repository: Repository
  /** The object that has the root: a branch can move meanwhile. */
  readonly object: string
  /** From the root. */
  readonly path: string
  /** As the user wrote it, and with the path. */
  readonly revision: string
  readonly label: string
}

/** The revision, when git knows it, whether or not the path is there. */
export function findRevision(repository: Repository, { revision, path }: RevisionPath): Revision | undefined {
  const [facts] = describeObjects(repository, [`${revision}^{object}`])
  const label = `${revision}:${path}`
  return facts && { repository, object: facts.id, path: fromRoot(repository, path, label), revision, label }
}

/** The id of what is at a path of a revision, here or not; undefined when nothing is. */
export function findObject({ repository, object, path }: Revision): string | undefined {
  try {
    const words = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${object}:${path}`]
    return callGit(repository, words).output.toString().trim()
  } catch (error) {
    // Quiet: git says nothing when it merely knows no such thing.
    if (error instanceof GitError && error.words === '') return undefined
    throw error
  }
}

/** As git has it: a path starts at the root, or with `.` at the working folder. */
function fromRoot({ prefix }: Repository, path: string, label: string): string {
  if (!/^\.{1,2}(\/|$)/.test(path)) return path
  const joined = posix.join(prefix, path).replace(/\/$/, '')
  if (/^\.\.(\/|$)/.test(joined)) throw new InputError(`${JSON.stringify(label)} must not lead out of the repository`)
  return joined === '.' ? '' : joined
}
