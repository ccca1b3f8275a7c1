import { posix } from 'node:path'
import { speaksOfUs } from '../../../cluster/wanted-objects.ts'
import { InputError } from '../../../input-error.ts'
import { CONFIGURATION_FILE } from '../configuration/configuration-files.ts'
import { isIgnoredName, isManifestName, type ManifestFile } from '../found-file.ts'
import { isKustomizationName } from '../kustomize/kustomization.ts'
import type { ReadOptions } from '../read-options.ts'
import { patternsIn } from '../selection/excluded.ts'
import { PatternSet } from '../selection/pattern-set.ts'
import { callGit, type GitAnswer, GitOutputError } from './call-git.ts'
import { findObject, type Revision } from './find-revision.ts'
import { describeObjects, type RevisionFile, readBlobs } from './read-blobs.ts'
import type { Repository } from './repository.ts'

const MOST_FILES = 20_000
const LONGEST_LIST = 1 << 24

export interface RevisionManifests {
  /** Their paths start below the folder that was asked for. */
  readonly files: readonly ManifestFile[]
  /** The folders of kustomizations, from the root of the revision. */
  readonly kustomized: readonly string[]
}

/** The manifests of a file or a folder in a revision. */
export function findManifestsInRevision(revision: Revision, options: ReadOptions): RevisionManifests {
  const { repository, path, label } = revision
  const quoted = JSON.stringify(label)
  const found = findObject(revision)
  if (found === undefined) throw new InputError(`git knows no ${quoted}`)
  const [facts] = describeObjects(repository, [found])
  // A submodule has its objects elsewhere.
  if (!facts) throw new InputError(`git must have the content of ${quoted}, and has not`)
  if (facts.type === 'blob') {
    const files = readBlobs(repository, [{ object: found, path: posix.basename(path), label }], label)
    return { files, kustomized: isKustomizationName(path) ? [folderIn(path)] : [] }
  }
  const files = listTree(repository, found, label).filter(({ path, isLink }) => !isLink && canHoldManifests(path))
  if (files.length === 0) throw new InputError(`${quoted} must hold *.yaml, *.yml or *.json files`)
  if (files.length > MOST_FILES) {
    const rest = `and holds ${files.length}: name a folder further down`
    throw new InputError(`${quoted} must hold at most ${MOST_FILES} *.yaml, *.yml and *.json files, ${rest}`)
  }
  const texts = readBlobs(repository, files, label)
  const isExcluded = excludedInRevision(revision, texts, options)
  return {
    files: texts.filter((file) => speaksOfUs(file.text) && !isExcluded(file)),
    kustomized: files.flatMap((file) => {
      return isKustomizationName(file.path) && !isExcluded(file) ? [folderIn(posix.join(path, file.path))] : []
    }),
  }
}

/** As on disk: by the command line's patterns, and those of the configurations in the folder. */
function excludedInRevision(
  { path }: Revision,
  texts: readonly ManifestFile[],
  { exclude = [], config }: ReadOptions,
): (file: { readonly path: string }) => boolean {
  const place = (file: string) => posix.join('/', path, file)
  const configured = texts.filter((file) => config === undefined && posix.basename(file.path) === CONFIGURATION_FILE)
  const sets = [
    ...(exclude.length > 0 ? ['/', place('')].map((folder) => new PatternSet(folder, exclude)) : []),
    ...configured.flatMap((file) => patternsIn(file.text, place(file.path))),
  ]
  return (file) => sets.some((set) => set.judge(place(file.path), false) === 'out')
}

function folderIn(path: string): string {
  const folder = posix.dirname(path)
  return folder === '.' ? '' : folder
}

function canHoldManifests(path: string): boolean {
  return isManifestName(path) && !path.split('/').some(isIgnoredName)
}

/** A file of a tree, or a link, whose content is what it leads to. */
interface TreeFile extends RevisionFile {
  readonly isLink: boolean
}

/** The files of a tree, at any depth, and links; submodules are none. */
export function listTree(repository: Repository, tree: string, label: string): TreeFile[] {
  const start = /[:/]$/.test(label) ? label : `${label}/`
  const lines = list(repository, tree, label).output.toString().split('\0')
  return lines.flatMap((line) => {
    const [, mode, object, path] = /^(\d+) blob (\w+)\t(.*)$/s.exec(line) ?? []
    return object === undefined || path === undefined
      ? []
      : [{ object, path, label: start + path, isLink: mode === '120000' }]
  })
}

function list(repository: Repository, tree: string, label: string): GitAnswer {
  try {
    return callGit(repository, ['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', tree], { most: LONGEST_LIST })
  } catch (error) {
    if (!(error instanceof GitOutputError)) throw error
    const words = 'must hold fewer files, their list has more than 16 MiB: name a folder further down'
    throw new InputError(`${JSON.stringify(label)} ${words}`)
  }
}
