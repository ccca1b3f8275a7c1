import { lstatSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { isShared } from './shared-folder.ts'

/**
 * The nearest folder, from the given one upwards, that has an entry `.git`. As git does for another's folder, one where
 * everybody may put such an entry is not taken for a repository.
 */
export function findRepositoryRoot(folder: string): string | undefined {
  for (let current = resolve(folder); ; current = dirname(current)) {
    if (isThere(join(current, '.git')) && !isShared(current)) return current
    if (dirname(current) === current) return undefined
  }
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    // What can't be looked at is nothing that git would find.
    return false
  }
}
