import { spawnSync } from 'node:child_process'
import { InputError } from '../../../input-error.ts'
import { findGit } from './find-git.ts'
import type { Repository } from './repository.ts'
import { SAFE_OPTIONS, safeEnvironment } from './safe-call.ts'

/** A pipe or a device in place of a file of the repository keeps git waiting for ever. */
const PATIENCE = 20_000
/** Room for what git says of failures, of which the beginning is told. */
const ROOM_FOR_WORDS = 1 << 16
const MOST_WORDS = 1000

interface CallOptions {
  readonly input?: string
  /** Bytes; git is ended when it writes more. */
  readonly most?: number
  readonly milliseconds?: number
}

/** How git says, in its ages, that it would have to fetch. */
const ABSENT = /lazy fetching disabled|promisor remote|transport '\w{1,99}' not allowed/
const FETCH = 'a partial clone must be filled first, for example by `git fetch --refetch --no-filter`'

/** Git's own words, when it fails; none when it merely knows no such thing. */
export class GitError extends InputError {
  readonly words: string
  constructor(words: string) {
    const absent = `git must have all that it is asked for, and has not: ${FETCH}`
    super(ABSENT.test(words) ? absent : `git failed: ${words.slice(0, MOST_WORDS)}`)
    this.words = words
  }
}

/** Git wrote more than it may. */
export class GitOutputError extends InputError {}

export interface GitAnswer {
  readonly output: Buffer
  /** What it warns of. */
  readonly words: string
}

/** What git answers to a command that only reads objects. */
export function callGit(
  { root }: Repository,
  words: readonly string[],
  { input = '', most = 1 << 20, milliseconds = PATIENCE }: CallOptions = {},
): GitAnswer {
  const { error, status, signal, stdout, stderr } = spawnSync(findGit(), [...SAFE_OPTIONS, ...words], {
    cwd: root,
    env: safeEnvironment(process.env, root),
    input,
    maxBuffer: most + ROOM_FOR_WORDS,
    timeout: milliseconds,
    killSignal: 'SIGKILL',
  })
  const code = error && 'code' in error ? error.code : undefined
  if (code === 'ETIMEDOUT') throw new GitError(`it must answer within ${milliseconds / 1000} s, and has not`)
  if (code === 'ENOBUFS') throw new GitOutputError('git has more to say than can be read')
  if (signal) throw new GitError(`it was ended by ${signal}`)
  if (status) throw new GitError(oneLine(stderr))
  if (error) throw new InputError(`git must be there to read a revision: ${error.message}`)
  return { output: stdout, words: oneLine(stderr) }
}

function oneLine(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).trim().replaceAll(/\s+/g, ' ')
}
