import { spawnSync } from 'node:child_process'

export interface ProcessOptions {
  readonly cwd?: string
  readonly input?: string | Uint8Array
  /** Laid over this process's own. */
  readonly env?: { readonly [name: string]: string | undefined }
}

export interface ProcessResult {
  /** Undefined when a signal ended the process. */
  readonly exitCode: number | undefined
  readonly signal: string | undefined
  readonly stdout: string
  readonly stderr: string
}

const TIMEOUT = 100_000
const LARGEST_OUTPUT = 1 << 28

/** Runs a program to its end; throws only when it can't be started. */
export function runProcess(program: string, args: readonly string[], options: ProcessOptions = {}): ProcessResult {
  const { status, signal, stdout, stderr, error } = spawnSync(program, args, {
    cwd: options.cwd,
    input: options.input ?? '',
    env: { ...process.env, ...options.env },
    encoding: 'utf8',
    timeout: TIMEOUT,
    maxBuffer: LARGEST_OUTPUT,
  })
  // A process that ends before it has read its whole input is no failure to start it.
  if (error && 'code' in error && error.code !== 'EPIPE') throw error
  return { exitCode: status ?? undefined, signal: signal ?? undefined, stdout, stderr }
}

/** Whether the program is there and says so. */
export function succeeds(program: string, ...args: string[]): boolean {
  try {
    return runProcess(program, args).exitCode === 0
  } catch {
    return false
  }
}
