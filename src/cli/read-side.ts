import { statSync } from 'node:fs'
import { basename, relative, sep } from 'node:path'
import type { JsonObject } from '../resource-list/json.ts'
import { readManifests } from '../resource-list/read-manifests.ts'
import { findConfiguration } from './find-configuration.ts'
import { findManifests, type ManifestFile } from './find-manifests.ts'
import { findAboveInRevision, findManifestsInRevision, parseRevisionPath, type RevisionPath } from './git-revision.ts'
import { type InputResult, readFiles, withConfiguration } from './read-input.ts'
import { StreamError } from './standard-streams.ts'

/**
 * Reads one side of a comparison: a file, a folder, or either in a git revision. Paths start below the folder, so that
 * a cluster has one name on both sides.
 */
export async function readSide(argument: string, configPath: string | undefined): Promise<InputResult> {
  const revision = isOnDisk(argument) ? undefined : parseRevisionPath(argument)
  const files = revision ? findManifestsInRevision(revision) : await findBelow(argument)
  const read = readFiles(files)
  if (!read.ok) return { ok: false, message: `${JSON.stringify(argument)}: ${read.message}` }
  const named =
    revision && configPath === undefined ? configurationIn(revision) : findConfiguration(configPath, argument)
  const configured = withConfiguration(read.input, named)
  return configured.ok ? configured : { ok: false, message: `${JSON.stringify(argument)}: ${configured.message}` }
}

/** A path on disk wins over a revision of the same spelling. */
function isOnDisk(argument: string): boolean {
  return argument === '-' || statSync(argument, { throwIfNoEntry: false }) !== undefined
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

function configurationIn(revision: RevisionPath): JsonObject | undefined {
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
