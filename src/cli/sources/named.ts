import { dirname, resolve } from 'node:path'
import { InputError } from '../../input-error.ts'
import { readDescriptor } from '../standard-streams.ts'
import { boundaryAround } from './boundary.ts'
import { type Entry, lookAt } from './look-at.ts'
import { LARGEST_NAMED, NoTextError, readFile, UnfitFileError } from './read-file.ts'
import { quoteName } from './show-path.ts'
import { TOO_LONG } from './system-failure.ts'

/** What a name of the command line leads to: `stream` is what the shell has opened for us. */
export type Named = NamedText | { readonly kind: 'folder'; readonly path: string; readonly real: string }

type NamedText =
  | { readonly kind: 'file'; readonly path: string; readonly real: string }
  | { readonly kind: 'stream'; readonly path: string; readonly descriptor: number }

/** `/dev/stdin`, and what a process substitution of a shell becomes. */
const STREAM = /^\/(?:dev|proc\/self)\/(?:stdin|fd\/(\d{1,6}))$/

/** The system takes no longer one, and to search above one of 50,000 folders would take minutes. */
const LONGEST_PATH = 1 << 12

const UNFIT: Entry = { kind: 'unfit', reason: TOO_LONG }

/**
 * Looks at what a name of the command line leads to; undefined when nothing is there. A shell's `*` passes names that
 * whoever wrote the files has chosen: so these must be regular files or folders, and links must not lead out of the
 * boundary. Throws an InputError that says so.
 */
export function lookAtNamed(path: string): Named | undefined {
  const stream = STREAM.exec(path)
  if (stream) return { kind: 'stream', path, descriptor: Number(stream[1] ?? 0) }
  const entry = path.length > LONGEST_PATH ? UNFIT : lookAt(path, boundaryAround(dirname(resolve(path))))
  if (entry?.kind !== 'unfit') return entry && { kind: entry.kind, path, real: entry.real }
  const advice = entry.reason.startsWith('leads ') ? '; if that is meant, name what it leads to' : ''
  throw new InputError(`${quoteName(path)} must be a file or a folder to read, and ${entry.reason}${advice}`)
}

/** The text of a file that is named, or why it is none. Throws an InputError when it can't be read. */
export function readNamed(named: NamedText): { readonly text: string; readonly fault?: string } {
  if (named.kind === 'stream') return { text: readDescriptor(named.descriptor, named.path) }
  try {
    return { text: readFile(named.real, LARGEST_NAMED) }
  } catch (error) {
    if (error instanceof NoTextError) return { text: '', fault: `it ${error.message}` }
    if (!(error instanceof UnfitFileError)) throw error
    throw new InputError(`${quoteName(named.path)} must be a file to read, and ${error.message}`)
  }
}
