import { dirname, sep } from 'node:path'
import { Minimatch } from 'minimatch'
import { boundaryBelow } from './boundary.ts'
import type { FoundFile } from './found-file.ts'
import { lookAtNamed } from './named.ts'
import { type Walk, walkFolder } from './walk-folder.ts'

/** The files that a glob matches, and those of the folders that it matches. */
export function findByPattern(pattern: string, walk: Omit<Walk, 'boundary' | 'pattern'>): FoundFile[] {
  const base = dirname(`${pattern.replace(/[*?[{(!+@].*$/s, '')}x`)
  const named = lookAtNamed(base)
  if (named?.kind !== 'folder') return []
  return walkFolder(base, named.real, { ...walk, boundary: boundaryBelow(base), pattern: readPattern(pattern) })
}

function readPattern(pattern: string): Walk['pattern'] {
  const matcher = new Minimatch(pattern.replace(/^(\.\/+)+/, ''), { nocomment: true, nonegate: true })
  const known = new Map<string, boolean>()
  const slashed = (path: string) => path.split(sep).join('/')
  /** Whether the path, or a folder that it is in, is what the glob names. */
  const isInside = (path: string): boolean => {
    const above = dirname(path)
    if (above === path) return false
    const inside = known.get(path) ?? (matcher.match(slashed(path)) || isInside(above))
    known.set(path, inside)
    return inside
  }
  return { takes: isInside, enters: (folder) => isInside(folder) || matcher.match(slashed(folder), true) }
}
