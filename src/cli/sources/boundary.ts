import { realpathSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { findRepositoryRoot } from './repository-root.ts'
import { isShared } from './shared-folder.ts'

/** The folder that nothing which is read for a name may lead out of. */
export interface Boundary {
  /** As it is written, which need not be where it is: a folder can be reached by links. */
  readonly folder: string
  /** Without any link. */
  readonly real: string
  /** What it is called in a message. */
  readonly name: string
}

/**
 * For what stands in a folder: its repository; outside of any, the working folder for what is below that, else the
 * folder alone. A working folder in which everybody may put files is not taken for one.
 */
export function boundaryAround(folder: string): Boundary {
  const working = resolve('.')
  const isUsable = dirname(working) !== working && !isShared(working) && isWithin(working, resolve(folder))
  return repositoryOf(folder) ?? (isUsable ? boundaryAt(working, 'the working folder') : boundaryOf(folder))
}

/** For the links in a folder that is named: its repository; outside of any, the folder alone. */
export function boundaryBelow(folder: string): Boundary {
  return repositoryOf(folder) ?? boundaryOf(folder)
}

function repositoryOf(folder: string): Boundary | undefined {
  const root = findRepositoryRoot(folder)
  return root === undefined ? undefined : boundaryAt(root, 'the repository')
}

function boundaryOf(folder: string): Boundary {
  return boundaryAt(resolve(folder), `the folder ${JSON.stringify(folder)}`)
}

function boundaryAt(folder: string, name: string): Boundary {
  try {
    return { folder, real: realpathSync.native(folder), name }
  } catch {
    return { folder, real: folder, name }
  }
}

/** Why a path without any link in it is none to read here; undefined when it is one. */
export function whyOutside(path: string, { real, name }: Boundary): string | undefined {
  if (!isWithin(real, path)) return `leads out of ${name}`
  // Git keeps passwords and tokens there.
  const isGits = relative(real, path)
    .split(sep)
    .some((part) => part.toLowerCase() === '.git')
  return isGits ? 'leads into `.git`' : undefined
}

/** Whether the path is the folder, or something in it; both are absolute. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`)
}
