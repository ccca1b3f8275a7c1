import { posix } from 'node:path'
import { InputError } from '../../../input-error.ts'
import type { Tree, TreeEntry, TreeText } from '../kustomize/tree.ts'
import type { Revision } from './find-revision.ts'
import { type RevisionFile, readBlobs } from './read-blobs.ts'
import { listTree } from './revision-manifests.ts'

/** The files of a revision, from its root, and its links; listed when first asked for. `show` is for their paths. */
export function revisionTree(revision: Revision, show: (path: string) => string): Tree {
  const { repository } = revision
  const label = `${revision.revision}:`
  let listed: Listing | undefined
  const listing = () => {
    listed ??= list(revision, label)
    return listed
  }
  return {
    look: (path) => {
      const { files, folders, links } = listing()
      if (files.has(path)) return { kind: 'file' }
      return folders.has(path) ? { kind: 'folder' } : links.get(path)
    },
    read: (paths) => {
      const known = paths.flatMap((path) => listing().files.get(path) ?? [])
      return readTexts(known, (some) => readBlobs(repository, some, label))
    },
    show,
  }
}

interface Listing {
  readonly files: ReadonlyMap<string, RevisionFile>
  readonly folders: ReadonlySet<string>
  readonly links: ReadonlyMap<string, TreeEntry>
}

function list({ repository, object }: Revision, label: string): Listing {
  const entries = listTree(repository, object, label)
  const folders = new Set([''])
  for (const { path } of entries) {
    for (let folder = posix.dirname(path); folder !== '.' && !folders.has(folder); folder = posix.dirname(folder)) {
      folders.add(folder)
    }
  }
  const links = entries.filter(({ isLink }) => isLink)
  return {
    files: new Map(entries.flatMap((entry) => (entry.isLink ? [] : [[entry.path, entry]]))),
    folders,
    links: new Map(readBlobs(repository, links, label).map(({ path, text }) => [path, linkTo(path, text)])),
  }
}

function linkTo(path: string, text: string): TreeEntry {
  const target = posix.join(posix.dirname(path), text)
  const leadsOut = text.startsWith('/') || /^\.\.(\/|$)/.test(target)
  return leadsOut ? { kind: 'unfit', reason: 'leads out of the repository' } : { kind: 'link', target }
}

/** All at once; one by one when some of them is no text. */
function readTexts(
  files: readonly RevisionFile[],
  read: (files: readonly RevisionFile[]) => { path: string; text: string }[],
): Map<string, TreeText> {
  try {
    return new Map(read(files).map(({ path, text }) => [path, { ok: true, text }]))
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const [only, ...others] = files
    if (only && others.length === 0) return new Map([[only.path, { ok: false, reason: 'is no UTF-8 text' }]])
    return new Map(files.flatMap((file) => [...readTexts([file], read)]))
  }
}
