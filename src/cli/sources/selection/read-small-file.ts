import { lstatSync } from 'node:fs'
import { readFile, UnfitFileError } from '../read-file.ts'

/** What says of other files how they are read is small. */
const LARGEST = 1 << 20

/** The text of a regular file, when there is one that can be read; a link is none, as it is none to git. */
export function readSmallFile(path: string): string | undefined {
  try {
    if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) return undefined
    return readFile(path, LARGEST)
  } catch (error) {
    if (error instanceof UnfitFileError || (error instanceof Error && 'code' in error)) return undefined
    throw error
  }
}
