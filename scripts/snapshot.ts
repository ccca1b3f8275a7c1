/**
 * The native function starts its engine once, when it is built: what its memory holds then becomes a part of its file
 * (functions/golden-images/native/src/snapshot.rs).
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

/** The memory begins with a mark that is nowhere else in the file. */
const MARK_LENGTH = 32
/** Behind it: where the executable began, the root, and the list of words that are addresses (native/src/memory.rs). */
const CODE = 32
const LIST = 48
const MOST_ADDRESSES = 2040

const WORD = 8
const TYPE_IN_HEADER = 16
const MOVABLE = 3

/** Puts a snapshot into an executable. Gives why it can't: then the executable starts its engine in each run. */
export function addSnapshot(file: string): string | undefined {
  const memory = take(file)
  if (typeof memory === 'string') return memory
  const executable = readFileSync(file)
  if (executable.readUInt16LE(TYPE_IN_HEADER) === MOVABLE) {
    const other = take(file)
    if (typeof other === 'string') return other
    if (codeOf(memory) === codeOf(other)) return 'the system puts it at the same place each time (ASLR is off)'
    listAddresses(memory, other, executable.length)
  }
  const mark = memory.subarray(0, MARK_LENGTH)
  const place = executable.indexOf(mark)
  if (place < 0 || place !== executable.lastIndexOf(mark)) {
    throw new Error(`the place of the memory in ${file} is not clear`)
  }
  memory.copy(executable, place)
  writeFileSync(file, executable)
  return undefined
}

/** The memory of a started engine, or why there is none. */
function take(file: string): Buffer | string {
  const { error, signal, status, stdout, stderr } = spawnSync(file, ['--snapshot'], {
    // Nothing of this machine shall be in the memory.
    argv0: 'golden-images-fn',
    env: {},
    maxBuffer: 64 << 20,
  })
  if (error) return `it can't be started here (${error.message})`
  if (signal !== null) throw new Error(`${file} --snapshot was ended by ${signal}`)
  // What the kernel can't start may have gone to a shell, which can't read it.
  if (status !== 0 && !`${stderr}`.startsWith('golden-images: ')) return "it can't be started here"
  if (status !== 0) throw new Error(`${file} --snapshot ended with ${status}: ${`${stderr}`.trim()}`)
  return stdout
}

/** Writes into a snapshot which of its words are addresses of the executable: those that differ as it was moved. */
function listAddresses(memory: Buffer, other: Buffer, size: number): void {
  const code = codeOf(memory)
  const moved = BigInt.asUintN(64, codeOf(other) - code)
  let count = 0
  for (let word = Math.ceil((LIST + 4 * MOST_ADDRESSES) / WORD); word < memory.length / WORD; word++) {
    const value = memory.readBigUInt64LE(word * WORD)
    const distance = value - code
    const pointsThere = distance >= 0n && distance < BigInt(size)
    const isMoved = BigInt.asUintN(64, other.readBigUInt64LE(word * WORD) - value) === moved
    if (pointsThere !== isMoved) throw new Error(`whether word ${word} of the snapshot is an address is not clear`)
    if (isMoved) memory.writeUInt32LE(word, LIST + 4 * count++)
    if (count === MOST_ADDRESSES) throw new Error(`the snapshot has more than ${MOST_ADDRESSES} addresses`)
  }
}

function codeOf(memory: Buffer): bigint {
  return memory.readBigUInt64LE(CODE)
}
