import { readSync, writeFileSync, writeSync } from 'node:fs'
import { isatty } from 'node:tty'
import { InputError } from '../input-error.ts'
import { type Outcome, unreadable } from '../run.ts'
import { describeFailure } from './describe-failure.ts'

export const STDIN = 0
export const STDOUT = 1
const STDERR = 2
/** Somebody looks at stdout who can see colours. */
export function isColorful(): boolean {
  const { NO_COLOR, TERM } = process.env
  return isatty(STDOUT) && !NO_COLOR && TERM !== 'dumb'
}

const CHUNK = 1 << 16
/** No string is longer. */
const LONGEST = 1 << 29

/** All of stdin as text. Throws an InputError when it can't be read or is not UTF-8. */
export function readStdin(): string {
  return readDescriptor(STDIN, 'stdin')
}

/** All that comes from a descriptor, as text; it may be without end. */
export function readDescriptor(descriptor: number, source: string): string {
  const chunks: Buffer[] = []
  for (let total = 0; ; ) {
    const chunk = Buffer.allocUnsafe(CHUNK)
    const length = attempt(() => readSync(descriptor, chunk), `${source} must be readable`)
    if (length === 0) return decode(Buffer.concat(chunks), source)
    chunks.push(chunk.subarray(0, length))
    total += length
    if (total > LONGEST) throw new InputError(tooLong(source))
  }
}

/** The bytes as text, a byte order mark included. Throws an InputError when they are not UTF-8. */
export function decode(bytes: Uint8Array, source: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    const isTooLong = error instanceof Error && 'code' in error && error.code === 'ERR_STRING_TOO_LONG'
    throw new InputError(isTooLong ? tooLong(source) : `${source} must be UTF-8 text`)
  }
}

function tooLong(source: string): string {
  return `${source} must be smaller than 512 MiB`
}

/**
 * Writes an outcome and gives the exit code: 3 when stdout took less than the whole, or when stderr did and the exit code
 * would have been 0. Any other says what it has to say even when the words are lost.
 */
export function writeOutcome({ exitCode, stdout, stderr }: Outcome): number {
  try {
    writeAll(STDOUT, stdout)
  } catch (error) {
    const failure = unreadable(describeFailure(error))
    isWritten(STDERR, failure.stderr)
    return failure.exitCode
  }
  return isWritten(STDERR, stderr) || exitCode !== 0 ? exitCode : 3
}

function isWritten(descriptor: number, text: string): boolean {
  try {
    writeAll(descriptor, text)
    return true
  } catch {
    // Nobody listens any more.
    return false
  }
}

function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text)
  let offset = 0
  while (offset < bytes.length) {
    const start = offset
    offset += attempt(() => writeSync(descriptor, bytes, start), 'the output must be writable to its end')
  }
}

/** A pipe that another process made non-blocking says EAGAIN when it is not ready: wait a moment and ask again. */
function attempt(act: () => number, must: string): number {
  for (;;) {
    try {
      return act()
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if (code === 'EOF') return 0
      if (!(error instanceof Error) || code === undefined) throw error
      if (code !== 'EAGAIN') throw new InputError(`${must}: ${error.message}`)
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2)
    }
  }
}

/** Writes a file that the command line names. Throws an InputError when it can't. */
export function writeFile(path: string, text: string): void {
  try {
    writeFileSync(path, text)
  } catch (error) {
    throw new InputError(`"${path}" must be writable: ${error instanceof Error ? error.message : error}`)
  }
}
