import { statSync } from 'node:fs'
import { basename, relative, sep } from 'node:path'
import { InputError } from '../../yaml/input-error.ts'
import {
  CONFIGURATION_FILE,
  type FoundConfiguration,
  findConfiguration,
  readConfigurationText,
} from './find-configuration.ts'
import { type FoundManifests, findManifests } from './find-manifests.ts'
import { findRevision, type Revision } from './git/find-revision.ts'
import { findRepository } from './git/repository.ts'
import { findAboveInRevision, findManifestsInRevision } from './git/revision-manifests.ts'
import { parseRevisionPath } from './git/revision-path.ts'
import { LeftOuts } from './left-outs.ts'
import { isThere } from './look-at.ts'
import { type InputResult, readFiles, withConfiguration } from './read-input.ts'

/**
 * Reads one side of a comparison: a file, a folder, or either in a git revision. Paths start below the folder, so that
 * a cluster has one name on both sides.
 */
export async function readSide(argument: string, configPath: string | undefined): Promise<InputResult> {
  const revision = revisionOf(argument)
  const found = revision ? { files: findManifestsInRevision(revision), leftOut: [] } : await findBelow(argument)
  const leftOut = new LeftOuts(found.leftOut)
  const read = readFiles(found.files)
  if (!read.ok) return { ok: false, message: leftOut.tellWith(`${JSON.stringify(argument)}: ${read.message}`) }
  const named =
    revision && configPath === undefined
      ? configurationIn(revision)
      : findConfiguration(configPath, argument, leftOut.add)
  const configured = withConfiguration({ ...read.input, leftOut: leftOut.list() }, named)
  return configured.ok ? configured : { ok: false, message: `${JSON.stringify(argument)}: ${configured.message}` }
}

/**
 * What the argument names in a revision; undefined for a path on disk. A clone can bring a folder that is spelled like
 * a revision, and nobody would see which of them was compared: what can be either is refused.
 */
function revisionOf(argument: string): Revision | undefined {
  const parsed = argument === '-' ? undefined : parseRevisionPath(argument)
  if (!parsed) return undefined
  const onDisk = isThere(argument)
  const quoted = JSON.stringify(argument)
  const repository = findRepository(process.cwd())
  if (!repository && onDisk) return undefined
  if (!repository)
    throw new InputError(`${quoted} is nowhere on disk, and this is not a git repository: ".git" must be here or above`)
  const revision = findRevision(repository, parsed)
  if (!revision && !onDisk) throw new InputError(`git knows no ${quoted}`)
  if (!revision || !onDisk) return revision
  const [disk, git] = [`./${argument}`, `${parsed.revision}~0:${parsed.path}`].map((word) => JSON.stringify(word))
  throw new InputError(
    `${quoted} must not name two things: write ${disk} for the path on disk, ${git} for the revision`,
  )
}

async function findBelow(path: string): Promise<FoundManifests> {
  const { files, leftOut } = await findManifests([path])
  if (path === '-') return { files, leftOut }
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    return {
      files: files.length === 1 ? files.map((file) => ({ ...file, path: basename(file.path) })) : files,
      leftOut,
    }
  }
  const folder = relative('.', path).split(sep).join('/')
  const below = files.map((file) => ({ ...file, path: folder === '' ? file.path : file.path.slice(folder.length + 1) }))
  return { files: below, leftOut }
}

function configurationIn(revision: Revision): FoundConfiguration | undefined {
  const file = findAboveInRevision(revision, CONFIGURATION_FILE)
  if (!file) return undefined
  return { file: `${revision.revision}:${file.path}`, value: readConfigurationText(file.text, file.path) }
}
