import { statSync } from 'node:fs'
import { basename, dirname, relative, sep } from 'node:path'
import type { LeftOut } from '../../formats/findings/basis.ts'
import { InputError } from '../../input-error.ts'
import { unreadable } from '../../run.ts'
import { type BuiltFound, buildFound, buildRevision } from './build-found.ts'
import type { ConfigurationFiles } from './configuration/configuration-files.ts'
import { configure } from './configuration/configure.ts'
import { filesInRevision } from './configuration/files-in-revision.ts'
import { filesOnDisk } from './configuration/files-on-disk.ts'
import { findManifests } from './find-manifests.ts'
import { folderOf } from './folder-of.ts'
import { findRevision, type Revision } from './git/find-revision.ts'
import { findRepository } from './git/repository.ts'
import { parseRevisionPath } from './git/revision-path.ts'
import { LeftOuts } from './left-outs.ts'
import { isThere } from './look-at.ts'
import { type InputResult, readBuilt } from './read-input.ts'
import type { ReadOptions } from './read-options.ts'

interface BuiltSide extends BuiltFound {
  readonly leftOut: readonly LeftOut[]
  readonly searched: readonly string[]
  readonly configurationFiles: ConfigurationFiles
}

/**
 * Reads one side of a comparison: a file, a folder, or either in a git revision. Paths start below the folder, so that
 * a cluster has one name on both sides.
 */
export async function readSide(argument: string, options: ReadOptions = {}): Promise<InputResult> {
  const revision = revisionOf(argument)
  const side = revision ? await findInRevision(revision, options) : await findBelow(argument, options)
  const leftOut = new LeftOuts(side.leftOut)
  const refuse = (words: string): InputResult => ({ ok: false, outcome: unreadable(leftOut.tellWith(words)) })
  for (const { cause, message, position } of side.problems) {
    const file = position?.file ?? ''
    // What one side has not would be told as a difference.
    if (cause === 'kustomization-not-built') {
      return refuse(`${JSON.stringify(argument)}, ${JSON.stringify(file)}: ${message}`)
    }
    leftOut.add(file, `declares a program that is not started: ${message}`)
  }
  const read = readBuilt(side, side.searched, leftOut.add)
  if (!read.ok) return refuse(`${JSON.stringify(argument)}: ${read.message}`)
  return configure(read.manifests, side.configurationFiles, options.config, leftOut)
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

async function findInRevision(revision: Revision, options: ReadOptions): Promise<BuiltSide> {
  const built = await buildRevision(revision, options)
  const paths = [...built.files.map(({ path }) => path), ...built.texts.keys()]
  return { ...built, searched: [], configurationFiles: filesInRevision(revision, paths) }
}

async function findBelow(path: string, options: ReadOptions): Promise<BuiltSide> {
  const found = findManifests([path], options)
  const isFolder = path !== '-' && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
  const base = isFolder ? path : '.'
  const below = (file: string) => relative(base, file).split(sep).join('/')
  const { files, ...built } = await buildFound(found, options.kustomize, below)
  const [only] = files
  const isFile = !isFolder && path !== '-' && files.length === 1
  const name = (file: string) => (isFolder ? below(file) : isFile ? basename(file) : file)
  return {
    ...built,
    files: path === '-' ? files : files.map((file) => ({ ...file, path: name(file.path) })),
    leftOut: [...found.leftOut, ...built.leftOut],
    searched: found.searched,
    configurationFiles: filesOnDisk(isFile && only ? dirname(only.path) : base, [folderOf(path)]),
  }
}
