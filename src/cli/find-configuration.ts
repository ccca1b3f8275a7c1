import { readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { JsonObject } from '../resource-list/json.ts'
import { readManifests } from '../resource-list/read-manifests.ts'
import { decode, StreamError } from './standard-streams.ts'

const FILE_NAME = 'golden-images.yaml'

/** The configuration of the file named, or else of the nearest one; undefined for none. */
export function findConfiguration(named: string | undefined, firstPath: string | undefined): JsonObject | undefined {
  const file = findConfigurationFile(named, firstPath)
  return file === undefined ? undefined : readConfigurationFile(file)
}

/** The file named, or else the nearest `golden-images.yaml` in the folder of the input or above it; undefined for none. */
export function findConfigurationFile(named: string | undefined, firstPath: string | undefined): string | undefined {
  if (named !== undefined) return named
  for (let directory = folderOf(firstPath ?? '-'); ; directory = dirname(directory)) {
    const candidate = join(directory, FILE_NAME)
    if (statSync(candidate, { throwIfNoEntry: false })?.isFile()) return candidate
    if (dirname(directory) === directory) return undefined
  }
}

/** The folder of a file, a folder itself, or what a glob has before its first wildcard. */
function folderOf(path: string): string {
  if (path === '-') return resolve('.')
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats) return resolve(stats.isDirectory() ? path : dirname(path))
  return resolve(dirname(`${path.replace(/[*?[{(!+@].*$/s, '')}x`))
}

function readConfigurationFile(path: string): JsonObject {
  let text: string
  try {
    text = decode(readFileSync(path), path)
  } catch (error) {
    throw new StreamError(
      `the configuration "${path}" must be readable: ${error instanceof Error ? error.message : error}`,
    )
  }
  const read = readManifests(text, path)
  if (!read.ok) throw new StreamError(read.message)
  const [only, ...others] = read.items
  if (!only || others.length > 0) {
    throw new StreamError(`the configuration "${path}" must hold one object, and holds ${read.items.length}`)
  }
  return only.value()
}
