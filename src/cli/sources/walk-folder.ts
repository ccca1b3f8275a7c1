import { type Dirent, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../../input-error.ts'
import type { Boundary } from './boundary.ts'
import { followLink } from './follow-link.ts'
import { type Folder, type FoundFile, isIgnoredName, isManifestName, type LeaveOut, type Step } from './found-file.ts'
import { nameKind } from './look-at.ts'
import { failureOf } from './system-failure.ts'

/** Links to folders that hold links to folders can multiply without end, though none leads in a circle. */
const MOST_BEHIND_LINKS = 20_000

/**
 * The files of a folder that can be manifests by their names, at any depth, sorted; links are followed where they stay
 * within the boundary. Hidden files and `node_modules` are none. Nothing is opened but folders.
 */
export function walkFolder(path: string, real: string, boundary: Boundary, leaveOut: LeaveOut): FoundFile[] {
  const found: FoundFile[] = []
  const folders: Folder[] = [{ path, real, links: [] }]
  let behindLinks = 0
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    const entries = readEntries(folder, leaveOut)
    if (folder.links.length > 0) behindLinks += entries.length
    if (behindLinks > MOST_BEHIND_LINKS) {
      throw new InputError(`links to folders must not lead to more than ${MOST_BEHIND_LINKS} files, as in "${path}"`)
    }
    for (const entry of entries) {
      const step = stepTo(entry, folder, boundary)
      if (step?.kind === 'file') found.push(step.file)
      else if (step?.kind === 'folder') folders.push(step.folder)
      else if (step) leaveOut(step.path, step.reason)
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

function stepTo(entry: Dirent, folder: Folder, boundary: Boundary): Step {
  const path = join(folder.path, entry.name)
  const real = join(folder.real, entry.name)
  const { links } = folder
  if (entry.isDirectory()) return { kind: 'folder', folder: { path, real, links } }
  if (entry.isSymbolicLink()) return followLink({ path, real, folder }, boundary)
  if (!isManifestName(entry.name)) return undefined
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
