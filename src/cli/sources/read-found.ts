import { speaksOfUs } from '../../cluster/wanted-objects.ts'
import { InputError } from '../../input-error.ts'
import type { FoundFile, LeaveOut, ManifestFile } from './found-file.ts'
import { LARGEST_FOUND, readFile, UnfitFileError } from './read-file.ts'
import { showPath } from './show-path.ts'

const MEBIBYTE = 1 << 20

/** So that many links to one file do not make much of little. */
const MOST_REPEATED = 8 * MEBIBYTE

/** The texts of files that were found, of those that speak of our kinds. */
export function readFound(found: readonly FoundFile[], leaveOut: LeaveOut): ManifestFile[] {
  const files: ManifestFile[] = []
  const texts = new Map<string, string | undefined>()
  let repeated = 0
  for (const { path, real } of found) {
    const isRepeated = texts.has(real)
    const text = isRepeated ? texts.get(real) : readOne(path, real, leaveOut)
    texts.set(real, text)
    if (text === undefined) continue
    if (isRepeated) repeated += text.length
    if (repeated > MOST_REPEATED) {
      throw new InputError(
        `links must not repeat more than ${MOST_REPEATED / MEBIBYTE} MiB, as ${JSON.stringify(path)} does`,
      )
    }
    files.push({ path: showPath(path), text })
  }
  return files
}

function readOne(path: string, real: string, leaveOut: LeaveOut): string | undefined {
  try {
    const text = readFile(real, LARGEST_FOUND)
    return speaksOfUs(text) ? text : undefined
  } catch (error) {
    if (!(error instanceof UnfitFileError)) throw error
    leaveOut(path, error.message)
    return undefined
  }
}
