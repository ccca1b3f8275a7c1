import { statSync } from 'node:fs'
import { type Boundary, isWithin } from './boundary.ts'
import { type Folder, isManifestName, type Step } from './found-file.ts'
import { lookAt } from './look-at.ts'

interface Link {
  readonly path: string
  /** Where it stands, without any other link. */
  readonly real: string
  readonly folder: Folder
}

/** What a link of a folder leads to; undefined when nobody would take it for manifests. */
export function followLink({ path, real, folder }: Link, boundary: Boundary): Step {
  const target = lookAt(real, boundary)
  if (target?.kind === 'folder') {
    const links = [...folder.links, folder.real]
    return links.some((standsIn) => isWithin(target.real, standsIn))
      ? { kind: 'left-out', path, reason: 'leads to a folder that it is in' }
      : { kind: 'folder', folder: { path, real: target.real, links } }
  }
  if (!isManifestName(path) && !leadsToFolder(real)) return undefined
  if (target?.kind === 'unfit') return { kind: 'left-out', path, reason: target.reason }
  return target && { kind: 'file', file: { path, real: target.real } }
}

/** It may lead there without being followed. */
function leadsToFolder(link: string): boolean {
  try {
    return statSync(link, { throwIfNoEntry: false })?.isDirectory() ?? false
  } catch {
    return false
  }
}
