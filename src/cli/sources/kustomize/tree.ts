import { posix } from 'node:path'

/** What stands at a name of a tree. */
export type TreeEntry =
  | { readonly kind: 'file' | 'folder' }
  /** `target` is a path in the tree; what it leads to need not be there. */
  | { readonly kind: 'link'; readonly target: string }
  /** Something that is not to be read, with the end of a sentence about it. */
  | { readonly kind: 'unfit'; readonly reason: string }

/**
 * The files that kustomizations lie among, on disk or in a revision. Paths are from its root, which is `''`, with
 * slashes; none leads out of it.
 */
export interface Tree {
  /** What stands at a path of which only the last name may be a link; undefined when nothing does. */
  look(path: string): TreeEntry | undefined
  /** The texts of regular files, in one go; a file that can't be read has a reason in its place. */
  read(paths: readonly string[]): ReadonlyMap<string, TreeText>
  /** As a path is shown, and items grouped. */
  show(path: string): string
}

export type TreeText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string }

/** Where a path leads once every link on its way is followed. */
export interface Resolved {
  readonly path: string
  readonly entry: Exclude<TreeEntry, { kind: 'link' }> | undefined
  /** The links on the way, and where each leads. */
  readonly links: ReadonlyMap<string, string>
}

/** As many links as Linux follows. */
const MOST_LINKS = 40

/** Follows a path from a folder. The folder itself is without links. */
export function resolveIn(tree: Tree, folder: string, path: string): Resolved {
  const links = new Map<string, string>()
  let here = folder
  let followed = 0
  const names = path.split('/').reverse()
  for (let name = names.pop(); name !== undefined; name = names.pop()) {
    if (name === '' || name === '.') continue
    if (name === '..') {
      if (here === '') return { path: here, entry: { kind: 'unfit', reason: 'leads out of the repository' }, links }
      here = parentOf(here)
      continue
    }
    const next = posix.join(here, name)
    const entry = tree.look(next)
    if (entry?.kind === 'link') {
      followed++
      if (followed > MOST_LINKS) {
        return { path: next, entry: { kind: 'unfit', reason: 'is a link that leads in a circle' }, links }
      }
      links.set(next, entry.target)
      names.push(...entry.target.split('/').reverse())
      here = ''
    } else if (entry === undefined || entry.kind === 'unfit') {
      return { path: next, entry, links }
    } else if (entry.kind === 'file') {
      return { path: next, entry: names.every((rest) => rest === '') ? entry : undefined, links }
    } else here = next
  }
  return { path: here, entry: { kind: 'folder' }, links }
}

/** The folder of a path; `''` is the root. */
export function parentOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '' : path.slice(0, slash)
}
