/**
 * The native function starts its engine once, when it is built: what its memory holds then becomes a part of its file
 * (functions/golden-images/native/src/snapshot.rs).
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

/** The memory begins with a mark that is nowhere else in the file. */
const MARK_LENGTH = 32

/** Puts a snapshot into an executable. Gives why it can't: then the executable starts its engine in each run. */
export function addSnapshot(file: string): string | undefined {
  const { error, status, stdout, stderr } = spawnSync(file, ['--snapshot'], {
    // Nothing of this machine shall be in the memory.
    argv0: 'golden-images-fn',
    env: {},
    maxBuffer: 64 << 20,
  })
  if (error) return `it can't be started here (${error.message})`
  // What the kernel can't start may have gone to a shell, which can't read it.
  if (status !== 0 && !`${stderr}`.startsWith('golden-images: ')) return "it can't be started here"
  if (status !== 0) throw new Error(`${file} --snapshot ended with ${status}: ${stderr}`)
  const executable = readFileSync(file)
  const place = executable.indexOf(stdout.subarray(0, MARK_LENGTH))
  if (place < 0 || place !== executable.lastIndexOf(stdout.subarray(0, MARK_LENGTH))) {
    throw new Error(`the place of the memory in ${file} is not clear`)
  }
  stdout.copy(executable, place)
  writeFileSync(file, executable)
  return undefined
}
