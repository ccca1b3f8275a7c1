import { realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ImagesLock } from '../../lock/images-lock.ts'
import { readImagesLock } from '../../lock/read-images-lock.ts'
import { readManifests } from '../../resource-list/manifests/read-manifests.ts'
import { LARGEST_NAMED, readFile, UnfitFileError } from '../sources/read-file.ts'
import { UsageError } from '../usage-error.ts'

const LOCK_NAME = 'golden-images.lock.yaml'
const NO_LOCK: ImagesLock = { images: [], imageStreams: [] }

export interface LockFile {
  readonly path: string
  /** Undefined where there is no file. */
  readonly text: string | undefined
  /** Empty where there is no file. */
  readonly lock: ImagesLock
}

/** Beside the configuration, else in the current folder, unless somebody names it. */
export function lockPath(named: string | undefined, configurationFile: string | undefined): string {
  if (named !== undefined) return named
  return configurationFile ? join(dirname(configurationFile), LOCK_NAME) : LOCK_NAME
}

/** Throws a UsageError for a file that is there and no lock. */
export function readLockFile(path: string): LockFile {
  const text = readIfThere(path)
  if (text === undefined) return { path, text, lock: NO_LOCK }
  const read = readManifests(text, path)
  if (!read.ok) throw new UsageError(read.message)
  const [item, ...others] = read.items.filter(({ kind }) => kind === 'ImagesLock')
  if (!item || others.length > 0) throw new UsageError(`${JSON.stringify(path)} must hold one ImagesLock`)
  const result = readImagesLock(item.value())
  if (result.ok) return { path, text, lock: result.lock }
  const [first] = result.problems
  throw new UsageError(`${JSON.stringify(path)} must be an ImagesLock: \`${first?.path}\`: ${first?.message}`)
}

function readIfThere(path: string): string | undefined {
  try {
    return readFile(realpathSync(path), LARGEST_NAMED)
  } catch (error) {
    if (error instanceof UnfitFileError) throw new UsageError(`${JSON.stringify(path)} ${error.message}`)
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
