import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** The folder of a file, a folder itself, or what a glob has before its first wildcard. */
export function folderOf(path: string): string {
  if (path === '-') return resolve('.')
  try {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (stats) return resolve(stats.isDirectory() ? path : dirname(path))
  } catch {
    return resolve(dirname(path))
  }
  return resolve(dirname(`${path.replace(/[*?[{(!+@].*$/s, '')}x`))
}
