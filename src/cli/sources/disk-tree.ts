import { lstatSync, readlinkSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { type Boundary, boundaryBelow, whyOutside } from './boundary.ts'
import type { Tree, TreeEntry, TreeText } from './kustomize/tree.ts'
import { nameKind } from './look-at.ts'
import { LARGEST_FOUND, readFile, UnfitFileError } from './read-file.ts'
import { findRepositoryRoot } from './repository-root.ts'
import { failureOf, isMissing } from './system-failure.ts'

/**
 * The files of this machine, for kustomizations in these folders: within the repositories of these. A base is named, not
 * linked to; so outside of any repository there is no bound, as there is none for kustomize.
 */
export function diskTree(folders: readonly string[], show: (path: string) => string): Tree {
  const isBound = folders.every((folder) => findRepositoryRoot(folder) !== undefined)
  const boundaries = isBound ? folders.map(boundaryBelow) : []
  return {
    look: (path) => lookIn(resolve('/', path), boundaries),
    read: (paths) => new Map(paths.map((path) => [path, readIn(resolve('/', path))])),
    show: (path) => show(resolve('/', path)),
  }
}

/** The path in that tree of one on disk. */
export function treePath(path: string): string {
  return relative('/', path).split(sep).join('/')
}

function lookIn(path: string, boundaries: readonly Boundary[]): TreeEntry | undefined {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false })
    if (!stats) return undefined
    if (stats.isDirectory()) return { kind: 'folder' }
    const outside = whyOutsideAll(path, boundaries)
    if (outside !== undefined) return { kind: 'unfit', reason: outside }
    if (stats.isSymbolicLink()) return { kind: 'link', target: treePath(resolve(dirname(path), readlinkSync(path))) }
    return stats.isFile() ? { kind: 'file' } : { kind: 'unfit', reason: `is ${nameKind(stats)}` }
  } catch (error) {
    return isMissing(error) ? undefined : { kind: 'unfit', reason: failureOf(error) }
  }
}

function whyOutsideAll(path: string, boundaries: readonly Boundary[]): string | undefined {
  const reasons = boundaries.map((boundary) => whyOutside(path, boundary))
  return reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined
}

function readIn(path: string): TreeText {
  try {
    return { ok: true, text: readFile(path, LARGEST_FOUND) }
  } catch (error) {
    if (!(error instanceof UnfitFileError)) throw error
    return { ok: false, reason: error.message }
  }
}
