import { type Dirent, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../../input-error.ts'
import type { Boundary } from './boundary.ts'
import { followLink } from './follow-link.ts'
import { type Folder, type FoundFile, isIgnoredName, isManifestName, type LeaveOut, type Step } from './found-file.ts'
import { nameKind } from './look-at.ts'
import type { Selection } from './selection/selection.ts'
import { failureOf } from './system-failure.ts'

/** Links to folders that hold links to folders can multiply without end, though none leads in a circle. */
const MOST_BEHIND_LINKS = 20_000

/** What is wanted of a folder, beside what a selection leaves out. */
export interface Walk {
  readonly boundary: Boundary
  readonly leaveOut: LeaveOut
  readonly selection: Selection
  /** By the paths as they are found; without them all is wanted. */
  readonly pattern?: { readonly enters: (folder: string) => boolean; readonly takes: (file: string) => boolean }
}

/**
 * The files of a folder that can be manifests by their names, at any depth, sorted; links are followed where they stay
 * within the boundary. Hidden files and `node_modules` are none. Nothing is opened but folders.
 */
export function walkFolder(path: string, real: string, walk: Walk): FoundFile[] {
  const { leaveOut, pattern } = walk
  const found: FoundFile[] = []
  const folders: Folder[] = [{ path, real, links: [] }]
  const why = walk.selection.below(real)
  let behindLinks = 0
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    const entries = readEntries(folder, leaveOut)
    if (folder.links.length > 0) behindLinks += entries.length
    if (behindLinks > MOST_BEHIND_LINKS) {
      throw new InputError(`links to folders must not lead to more than ${MOST_BEHIND_LINKS} files, as in "${path}"`)
    }
    for (const entry of entries) {
      if (!isWanted(entry, folder, pattern)) continue
      const step = why(join(folder.real, entry.name), entry.isDirectory()) ?? stepTo(entry, folder, walk.boundary)
      if (typeof step === 'string') walk.selection.skip(join(folder.path, entry.name), step)
      else if (step?.kind === 'file') found.push(step.file)
      else if (step?.kind === 'folder') folders.push(step.folder)
      else if (step) leaveOut(step.path, step.reason)
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** A link may lead to a folder, whatever it is called. */
function isWanted(entry: Dirent, folder: Folder, pattern: Walk['pattern']): boolean {
  const path = join(folder.path, entry.name)
  if (entry.isDirectory()) return pattern?.enters(path) ?? true
  if (entry.isSymbolicLink()) return pattern === undefined || pattern.enters(path) || pattern.takes(path)
  return isManifestName(entry.name) && (pattern?.takes(path) ?? true)
}

function stepTo(entry: Dirent, folder: Folder, boundary: Boundary): Step {
  const path = join(folder.path, entry.name)
  const real = join(folder.real, entry.name)
  const { links } = folder
  if (entry.isDirectory()) return { kind: 'folder', folder: { path, real, links } }
  if (entry.isSymbolicLink()) return followLink({ path, real, folder }, boundary)
  if (entry.isFile()) return { kind: 'file', file: { path, real } }
  return { kind: 'left-out', path, reason: `is ${nameKind(entry)}` }
}

function readEntries({ path, real }: Folder, leaveOut: LeaveOut): Dirent[] {
  try {
    const entries = readdirSync(real, { withFileTypes: true })
    return entries.filter(({ name }) => !isIgnoredName(name))
  } catch (error) {
    leaveOut(path, failureOf(error))
    return []
  }
}
