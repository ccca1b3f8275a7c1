import { statSync } from 'node:fs'

/** Writable for everybody, and sticky, as folders for temporary files are. */
const SHARED = 0o1002

/** Whether everybody on this machine may put files into the folder. */
export function isShared(folder: string): boolean {
  try {
    return ((statSync(folder, { throwIfNoEntry: false })?.mode ?? 0) & SHARED) === SHARED
  } catch {
    return false
  }
}
