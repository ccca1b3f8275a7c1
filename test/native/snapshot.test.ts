import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { addSnapshot } from '../../scripts/snapshot.ts'

const folder = mkdtempSync(join(tmpdir(), 'golden-images-'))
afterAll(() => rmSync(folder, { recursive: true }))

const MARK = 'golden-images: memory at start:\n'
const CODE = 32
const LIST = 48
const WORDS = 1028
const SIZE = 8 * (WORDS + 2)

/** A memory whose executable begins there, with two words behind the list. */
function memory(code: bigint, ...words: readonly bigint[]): Buffer {
  const bytes = Buffer.alloc(SIZE)
  bytes.write(MARK)
  bytes.writeBigUInt64LE(code, CODE)
  for (const [index, word] of words.entries()) bytes.writeBigUInt64LE(word, 8 * (WORDS + index))
  return bytes
}

/** A program that gives one memory after the other, and holds an empty one. */
function program(type: 'fixed' | 'movable', ...memories: readonly Buffer[]): string {
  const file = join(folder, 'program')
  rmSync(`${file}.runs`, { force: true })
  for (const [index, bytes] of memories.entries()) writeFileSync(`${file}.${index}`, bytes)
  const script = `#!/bin/sh\n#${type === 'fixed' ? '     \x02' : '     \x03'}\0
runs=$(cat "$0.runs" 2>/dev/null || echo 0)
echo $((runs + 1)) >"$0.runs"
cat "$0.$runs"
exit
`
  writeFileSync(file, Buffer.concat([Buffer.from(script), memory(0n)]), { mode: 0o755 })
  return file
}

/** The memory that the program now holds. */
function kept(file: string): Buffer {
  const bytes = readFileSync(file)
  return bytes.subarray(bytes.indexOf(MARK))
}

// The programs are scripts.
describe.skipIf(process.platform === 'win32')('the snapshot of the native function', () => {
  const [HERE, THERE] = [0x7f0000000000n, 0x7f5500000000n]

  test('becomes a part of an executable with a fixed place as it is', () => {
    const taken = memory(HERE, HERE + 8n, 5n)
    const file = program('fixed', taken)
    expect(addSnapshot(file)).toBeUndefined()
    expect(kept(file)).toEqual(taken)
  })

  test('lists the words that move with the executable', () => {
    const file = program('movable', memory(HERE, 5n, HERE + 8n), memory(THERE, 5n, THERE + 8n))
    expect(addSnapshot(file)).toBeUndefined()
    expect(kept(file).readUInt32LE(LIST)).toBe(WORDS + 1)
    expect(kept(file).readUInt32LE(LIST + 4)).toBe(0)
  })

  test('does not take a random number for an address', () => {
    const file = program('movable', memory(HERE, 5n, HERE + 8n), memory(THERE, 99n, THERE + 8n))
    expect(addSnapshot(file)).toBeUndefined()
    expect(kept(file).readUInt32LE(LIST)).toBe(WORDS + 1)
  })

  test('is refused when a word looks like an address and does not move', () => {
    const file = program('movable', memory(HERE, HERE + 8n), memory(THERE, HERE + 8n))
    expect(() => addSnapshot(file)).toThrow(`whether word ${WORDS} of the snapshot is an address is not clear`)
  })

  test('is left out where each process begins at the same place', () => {
    const file = program('movable', memory(HERE), memory(HERE))
    expect(addSnapshot(file)).toBe('the system puts it at the same place each time (ASLR is off)')
  })

  test('fails the build, with words, when the memory that is kept is too small', () => {
    const file = join(folder, 'full')
    const words = 'golden-images: a failure of golden-images itself: FIRST_CHUNK in memory.rs must be larger'
    writeFileSync(file, `#!/bin/sh\necho '${words}' >&2\nexit 3\n`, { mode: 0o755 })
    expect(() => addSnapshot(file)).toThrow(`${file} --snapshot ended with 3: ${words}`)
  })

  test('fails the build when the executable can not end by itself', () => {
    const file = join(folder, 'broken')
    writeFileSync(file, '#!/bin/sh\nkill -SEGV $$\n', { mode: 0o755 })
    expect(() => addSnapshot(file)).toThrow('was ended by SIGSEGV')
  })
})
