import { readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { glob } from 'glob'
import { decode, readStdin, StreamError } from './standard-streams.ts'

/** The text of one file that may hold manifests. */
export interface ManifestFile {
  /** As it is shown and grouped: with slashes, relative to where the command was started. */
  readonly path: string
  readonly text: string
}

const IGNORED = ['**/node_modules/**', '**/.git/**']

/**
 * The manifests of files, folders, globs and `-`, each file once, in the order of the arguments. A file that is named
 * is always read; of a folder or a glob only what looks like a Kubernetes object. Throws a StreamError that names what
 * is not there.
 */
export async function findManifests(paths: readonly string[]): Promise<ManifestFile[]> {
  const files = new Map<string, ManifestFile>()
  for (const path of paths) {
    for (const file of await expand(path)) if (!files.has(file.path)) files.set(file.path, file)
  }
  return [...files.values()]
}

async function expand(path: string): Promise<ManifestFile[]> {
  if (path === '-') return [{ path: '', text: readStdin() }]
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats && !stats.isDirectory()) return [read(path)]
  const pattern = stats ? '**/*.{yaml,yml,json}' : path
  const cwd = stats ? path : '.'
  const found = await glob(pattern, { cwd, nodir: true, dot: false, ignore: IGNORED })
  if (found.length === 0) {
    throw new StreamError(
      stats ? `the folder "${path}" must hold *.yaml, *.yml or *.json files` : `no file is there for "${path}"`,
    )
  }
  return found
    .sort()
    .map((file) => read(join(cwd, file)))
    .filter(({ text }) => text.includes('apiVersion') && text.includes('kind'))
}

function read(path: string): ManifestFile {
  const shown = relative('.', path).split(sep).join('/')
  try {
    return { path: shown, text: decode(readFileSync(path), shown) }
  } catch (error) {
    if (error instanceof StreamError) throw error
    throw new StreamError(`"${shown}" must be readable: ${error instanceof Error ? error.message : error}`)
  }
}
