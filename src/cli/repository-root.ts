import { lstatSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** The nearest folder, this one or above it, with an entry `.git`; git is not started for it. */
export function findRepositoryRoot(folder: string): string | undefined {
  for (let current = resolve(folder); ; current = dirname(current)) {
    if (isThere(join(current, '.git'))) return current
    if (dirname(current) === current) return undefined
  }
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    // A folder that can't be looked into.
    return false
  }
}
