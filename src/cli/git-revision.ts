import { execFileSync } from 'node:child_process'
import { posix } from 'node:path'
import type { ManifestFile } from './find-manifests.ts'
import { decode, StreamError } from './standard-streams.ts'

/** A file or a folder as it is in a revision: `HEAD~1:clusters/west`. */
export interface RevisionPath {
  readonly revision: string
  /** As git takes it: from the root of the repository, or with `./` from the current folder. */
  readonly path: string
}

const MANIFEST = /\.(ya?ml|json)$/
const IGNORED = /(^|\/)(\.[^/]|node_modules\/)/
const LIMIT = 1 << 29

/** Reads `REV:PATH`; undefined when it is not written like that. */
export function parseRevisionPath(argument: string): RevisionPath | undefined {
  const [, revision, path] = /^([^:]+):(.*)$/s.exec(argument) ?? []
  if (revision === undefined || path === undefined) return undefined
  // Git would take it for an option.
  if (revision.startsWith('-'))
    throw new StreamError(`the revision in ${JSON.stringify(argument)} must not start with "-"`)
  return { revision, path: path === '.' || path === '..' ? `${path}/` : path }
}

/** The manifests of a file or a folder in a revision; their paths start below the folder. */
export function findManifestsInRevision({ revision, path }: RevisionPath): ManifestFile[] {
  const argument = `${revision}:${path}`
  const object = resolve(argument)
  if (object === undefined) throw new StreamError(`git knows no ${JSON.stringify(argument)}`)
  if (typeOf(object) === 'blob') return [{ path: posix.basename(path), text: readBlob(object, argument) }]
  const files = listTree(object).filter((file) => MANIFEST.test(file.path) && !IGNORED.test(file.path))
  if (files.length === 0) throw new StreamError(`${JSON.stringify(argument)} must hold *.yaml, *.yml or *.json files`)
  return readBlobs(files, argument).filter(({ text }) => text.includes('apiVersion') && text.includes('kind'))
}

/** The text of the nearest file of that name in the folder, or above it, in the same revision. */
export function findAboveInRevision({ revision, path }: RevisionPath, name: string): ManifestFile | undefined {
  const prefix = /^\.{1,2}\//.test(path) ? run(['rev-parse', '--show-prefix']).toString().replace(/\n$/, '') : ''
  for (let folder = posix.join(prefix, path); ; folder = posix.dirname(folder)) {
    const candidate = posix.join(folder, name)
    const object = resolve(`${revision}:${candidate}`)
    if (object !== undefined) return { path: candidate, text: readBlob(object, `${revision}:${candidate}`) }
    if (folder === '.' || folder === '/') return undefined
  }
}

function resolve(argument: string): string | undefined {
  try {
    return run(['rev-parse', '--verify', '--quiet', argument]).toString().trim()
  } catch (error) {
    // Quiet: git says nothing when it merely knows no such thing.
    if (error instanceof GitError && error.words === '') return undefined
    throw error
  }
}

function typeOf(object: string): string {
  return run(['cat-file', '-t', object]).toString().trim()
}

function readBlob(object: string, label: string): string {
  return decode(run(['cat-file', 'blob', object]), label)
}

interface TreeFile {
  readonly object: string
  readonly path: string
}

/** The files of a tree, at any depth; links and submodules are none. */
function listTree(tree: string): TreeFile[] {
  const lines = run(['ls-tree', '-r', '-z', '--full-tree', tree]).toString().split('\0')
  return lines.flatMap((line) => {
    const [, mode, object, path] = /^(\d+) blob (\w+)\t(.*)$/s.exec(line) ?? []
    return object === undefined || path === undefined || mode === '120000' ? [] : [{ object, path }]
  })
}

/** One process for all of them: each answer is `<object> blob <size>`, a line feed, the bytes, a line feed. */
function readBlobs(files: readonly TreeFile[], label: string): ManifestFile[] {
  const bytes = run(['cat-file', '--batch'], files.map(({ object }) => `${object}\n`).join(''))
  let offset = 0
  return files.map(({ path }) => {
    const lineEnd = bytes.indexOf('\n', offset)
    const size = Number(bytes.toString('latin1', offset, lineEnd).split(' ')[2])
    // A partial clone need not have every object.
    if (!Number.isSafeInteger(size))
      throw new StreamError(`git must have the content of "${label}/${path}", and has not`)
    const start = lineEnd + 1
    offset = start + size + 1
    return { path, text: decode(bytes.subarray(start, start + size), `${label}/${path}`) }
  })
}

/** Git's own words, when it fails. */
class GitError extends StreamError {
  readonly words: string
  constructor(words: string) {
    super(`git failed: ${words}`)
    this.words = words
  }
}

function run(words: readonly string[], input = ''): Buffer {
  try {
    return execFileSync('git', words, { input, maxBuffer: LIMIT, stdio: ['pipe', 'pipe', 'pipe'] })
  } catch (error) {
    if (error instanceof Error && 'stderr' in error && error.stderr instanceof Uint8Array) {
      throw new GitError(new TextDecoder().decode(error.stderr).trim())
    }
    throw new StreamError(`git must be there to read a revision: ${error instanceof Error ? error.message : error}`)
  }
}
