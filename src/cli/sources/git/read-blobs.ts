import { InputError } from '../../../input-error.ts'
import { decode } from '../../standard-streams.ts'
import type { ManifestFile } from '../found-file.ts'
import { callGit } from './call-git.ts'
import type { Repository } from './repository.ts'

/** A file in a revision. */
export interface RevisionFile {
  readonly object: string
  readonly path: string
  /** As a message names it. */
  readonly label: string
}

interface ObjectFacts {
  readonly id: string
  readonly type: string
  readonly size: number
}

const MEBIBYTE = 1 << 20
const MOST_BYTES = 64 * MEBIBYTE
/** An id, a type, a size and the line feeds around a content. */
const HEADER = 128

/** What there is to know of objects before they are read, in one process; undefined for what is not there. */
export function describeObjects(repository: Repository, names: readonly string[]): (ObjectFacts | undefined)[] {
  const words = ['cat-file', '--batch-check=%(objectname) %(objecttype) %(objectsize)']
  const most = names.reduce((sum, name) => sum + name.length * 3 + HEADER, MEBIBYTE)
  const answer = callGit(repository, words, { input: names.map((name) => `${name}\n`).join(''), most })
  // A tag can be called like a branch, and git takes it.
  const ambiguous = /refname '(.{1,999}?)' is ambiguous/.exec(answer.words)?.[1]
  if (ambiguous !== undefined) throw new InputError(inFull(ambiguous))
  const lines = answer.output.toString().split('\n')
  return names.map((_, index) => {
    const [, id, type, size] = /^([0-9a-f]+) (\w+) (\d+)$/.exec(lines[index] ?? '') ?? []
    return id === undefined || type === undefined ? undefined : { id, type, size: Number(size) }
  })
}

function inFull(name: string): string {
  const full = JSON.stringify(`refs/heads/${name}`)
  return `git knows more than one ${JSON.stringify(name)}: the revision must have its full name, for example ${full}`
}

/** The contents of files, in one process. Throws before anything is read when it would be too much. */
export function readBlobs(repository: Repository, files: readonly RevisionFile[], label: string): ManifestFile[] {
  const objects = files.map(({ object }) => object)
  const sizes = describeObjects(repository, objects).map((facts, index) => {
    if (!facts) throw new InputError(`git must have the content of ${JSON.stringify(files[index]?.label)}, and has not`)
    return facts.size
  })
  const total = sizes.reduce((sum, size) => sum + size, 0)
  if (total > MOST_BYTES) {
    const amount = `${Math.ceil(total / MEBIBYTE)} MiB`
    throw new InputError(`${JSON.stringify(label)} must hold at most 64 MiB of manifests, and holds ${amount}`)
  }
  const input = objects.map((object) => `${object}\n`).join('')
  const most = total + files.length * HEADER
  const { output: bytes } = callGit(repository, ['cat-file', '--batch'], { input, most })
  // Each answer is `<object> blob <size>`, a line feed, the bytes, a line feed.
  let offset = 0
  return files.map(({ object, path, label: name }, index) => {
    const start = bytes.indexOf('\n', offset) + 1
    const end = start + (sizes[index] ?? 0)
    if (bytes.toString('latin1', offset, start - 1) !== `${object} blob ${sizes[index]}`)
      throw new InputError(`git must have the content of ${JSON.stringify(name)} in its size, and has not`)
    offset = end + 1
    return { path, text: decode(bytes.subarray(start, end), name) }
  })
}
