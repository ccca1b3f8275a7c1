import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { InputError } from '../../input-error.ts'
import { decode } from '../standard-streams.ts'
import { nameKind } from './look-at.ts'
import { failureOf } from './system-failure.ts'

const MEBIBYTE = 1 << 20
const SMALLEST_CHUNK = 1 << 12

/** What can still be one string. */
export const LARGEST_NAMED = 512 * MEBIBYTE
/** What nobody has named: far more than any manifest has. */
export const LARGEST_FOUND = 64 * MEBIBYTE

/** Why a file is not read, as the end of a sentence about it. */
export class UnfitFileError extends Error {}

/** It was read, and is no text. */
export class NoTextError extends UnfitFileError {}

/**
 * The text of a regular file, by its path without any link. Throws an UnfitFileError when it has become something else
 * since it was looked at, is too large, or is no text.
 */
export function readFile(real: string, largest: number): string {
  const bytes = readBytes(real, largest)
  try {
    return decode(bytes, 'it')
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    throw new NoTextError('is no UTF-8 text')
  }
}

function readBytes(real: string, largest: number): Buffer {
  // Without waiting: what takes the file's place meanwhile must not hang us, nor lead elsewhere.
  const descriptor = attempt(() => openSync(real, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW))
  try {
    const stats = attempt(() => fstatSync(descriptor))
    if (!stats.isFile()) throw new UnfitFileError(`is ${nameKind(stats)}`)
    return attempt(() => readAll(descriptor, stats.size, largest))
  } finally {
    closeSync(descriptor)
  }
}

/** Some files tell no size, and others grow while they are read. */
function readAll(descriptor: number, size: number, largest: number): Buffer {
  const chunks: Buffer[] = []
  let total = size
  for (let length = 0; ; ) {
    if (total > largest) throw new UnfitFileError(`is larger than ${largest / MEBIBYTE} MiB`)
    const chunk = Buffer.allocUnsafe(Math.min(Math.max(size - length + 1, SMALLEST_CHUNK), MEBIBYTE))
    const read = readSync(descriptor, chunk)
    if (read === 0) return Buffer.concat(chunks, length)
    chunks.push(chunk.subarray(0, read))
    length += read
    total = Math.max(total, length)
  }
}

function attempt<T>(act: () => T): T {
  try {
    return act()
  } catch (error) {
    if (error instanceof UnfitFileError) throw error
    throw new UnfitFileError(failureOf(error))
  }
}
