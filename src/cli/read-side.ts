import { lstatSync, statSync } from 'node:fs'
import { basename, relative, sep } from 'node:path'
import type { JsonObject } from '../resource-list/json.ts'
import { readManifests } from '../resource-list/read-manifests.ts'
import { findConfiguration } from './find-configuration.ts'
import { findManifests, type ManifestFile } from './find-manifests.ts'
import { findRevision, type Revision } from './git/find-revision.ts'
import { findRepository } from './git/repository.ts'
import { findAboveInRevision, findManifestsInRevision } from './git/revision-manifests.ts'
import { parseRevisionPath } from './git/revision-path.ts'
import { type InputResult, readFiles, withConfiguration } from './read-input.ts'
import { StreamError } from './standard-streams.ts'

/**
 * Reads one side of a comparison: a file, a folder, or either in a git revision. Paths start below the folder, so that
 * a cluster has one name on both sides.
 */
export async function readSide(argument: string, configPath: string | undefined): Promise<InputResult> {
  const revision = revisionOf(argument)
  const files = revision ? findManifestsInRevision(revision) : await findBelow(argument)
  const read = readFiles(files)
  if (!read.ok) return { ok: false, message: `${JSON.stringify(argument)}: ${read.message}` }
  const named =
    revision && configPath === undefined ? configurationIn(revision) : findConfiguration(configPath, argument)
  const configured = withConfiguration(read.input, named)
  return configured.ok ? configured : { ok: false, message: `${JSON.stringify(argument)}: ${configured.message}` }
}

/**
 * What the argument names in a revision; undefined for a path on disk. A clone can bring a folder that is spelled like
 * a revision, and nobody would see which of them was compared: what can be either is refused.
 */
function revisionOf(argument: string): Revision | undefined {
  const parsed = argument === '-' ? undefined : parseRevisionPath(argument)
  if (!parsed) return undefined
  const onDisk = isOnDisk(argument)
  const quoted = JSON.stringify(argument)
  const repository = findRepository(process.cwd())
  if (!repository && onDisk) return undefined
  if (!repository)
    throw new StreamError(
      `${quoted} is nowhere on disk, and this is not a git repository: ".git" must be here or above`,
    )
  const revision = findRevision(repository, parsed)
  if (!revision && !onDisk) throw new StreamError(`git knows no ${quoted}`)
  if (!revision || !onDisk) return revision
  const [disk, git] = [`./${argument}`, `${parsed.revision}~0:${parsed.path}`].map((word) => JSON.stringify(word))
  throw new StreamError(
    `${quoted} must not name two things: write ${disk} for the path on disk, ${git} for the revision`,
  )
}

function isOnDisk(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    return false
  }
}

async function findBelow(path: string): Promise<ManifestFile[]> {
  const files = await findManifests([path])
  if (path === '-') return files
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    return files.length === 1 ? files.map((file) => ({ ...file, path: basename(file.path) })) : files
  }
  const folder = relative('.', path).split(sep).join('/')
  return files.map((file) => ({ ...file, path: folder === '' ? file.path : file.path.slice(folder.length + 1) }))
}

function configurationIn(revision: Revision): JsonObject | undefined {
  const file = findAboveInRevision(revision, 'golden-images.yaml')
  if (!file) return undefined
  const read = readManifests(file.text, file.path)
  if (!read.ok) throw new StreamError(read.message)
  const [only, ...others] = read.items
  if (!only || others.length > 0) {
    throw new StreamError(`the configuration "${file.path}" must hold one object, and holds ${read.items.length}`)
  }
  return only.value()
}
