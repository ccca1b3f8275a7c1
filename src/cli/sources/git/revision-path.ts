import { InputError } from '../../../input-error.ts'
/** A file or a folder as it is in a revision, as it was written: `HEAD~1:clusters/west`. */
export interface RevisionPath {
  readonly revision: string
  readonly path: string
}

const LONGEST = 4096
const DRIVE = /^[a-z]$/i

/**
 * Reads `REV:PATH`; undefined when it can only be a path on disk. As git does, it takes a colon in braces for a part of
 * the revision: `main@{2026-01-31 12:00}:clusters`.
 */
export function parseRevisionPath(argument: string, platform: string = process.platform): RevisionPath | undefined {
  const [, revision, path] = /^((?:[^:{]|\{[^}]*\})+):(.*)$/s.exec(argument) ?? []
  if (revision === undefined || path === undefined) return undefined
  // No revision starts like this.
  if (/^[./]/.test(revision) || (platform === 'win32' && DRIVE.test(revision))) return undefined
  if (argument.length > LONGEST) throw new InputError(`a revision and its path must not be longer than ${LONGEST}`)
  const fault = faultOf(revision, argument)
  if (fault === undefined) return { revision, path }
  throw new InputError(`the revision in ${JSON.stringify(argument)} must not ${fault}; a path on disk starts with "./"`)
}

function faultOf(revision: string, argument: string): string | undefined {
  // Git would take it for an option.
  if (revision.startsWith('-')) return 'start with "-"'
  if (/\p{Cc}/u.test(argument)) return 'hold control characters'
  // An expression of a few characters can cost all of the memory.
  if (revision.includes('{/')) return 'search the messages of commits'
  return undefined
}
