import { lstatSync, realpathSync, type Stats } from 'node:fs'
import { resolve } from 'node:path'
import { type Boundary, whyOutside } from './boundary.ts'
import { failureOf, isMissing } from './system-failure.ts'

/** What stands at a name: something to read, or why it is not read. */
export type Entry =
  /** `real` is the path without any link. */
  | { readonly kind: 'file'; readonly real: string }
  | { readonly kind: 'folder'; readonly real: string }
  | { readonly kind: 'unfit'; readonly reason: string }

/** Looks at what a path leads to and opens nothing; undefined when nothing is there. */
export function lookAt(path: string, boundary: Boundary): Entry | undefined {
  try {
    const real = realpathSync.native(path)
    const outside = real === resolve(path) ? undefined : whyOutside(real, boundary)
    if (outside !== undefined) return { kind: 'unfit', reason: outside }
    return entryOf(real, lstatSync(real))
  } catch (error) {
    if (!isMissing(error)) return { kind: 'unfit', reason: failureOf(error) }
    return isThere(path) ? { kind: 'unfit', reason: 'leads to nothing' } : undefined
  }
}

function entryOf(real: string, stats: Stats): Entry {
  if (stats.isFile()) return { kind: 'file', real }
  if (stats.isDirectory()) return { kind: 'folder', real }
  return { kind: 'unfit', reason: `is ${nameKind(stats)}` }
}

/** What is neither a file, a folder nor a link, in words. */
export function nameKind(kind: Pick<Stats, 'isFIFO' | 'isSocket'>): string {
  return kind.isFIFO() ? 'a FIFO' : kind.isSocket() ? 'a socket' : 'a device'
}

/** Whether something has the name; a link that leads nowhere has it itself. */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    // Too long a name is nobody's.
    return false
  }
}
