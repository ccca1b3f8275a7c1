/** One run of a program, measured. */
import { spawnSync } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Attempt, build } from './build.ts'
import { BENCH, WORK } from './paths.ts'

export interface Command {
  readonly program: string
  readonly args: readonly string[]
  /** Laid over this process's own. */
  readonly env?: { readonly [name: string]: string }
}

/** Milliseconds from start to end, and, where the kernel is asked, of processor time; bytes of memory at its peak. */
export interface Run {
  readonly wall: number
  readonly cpu: number | undefined
  readonly peak: number | undefined
}

export type Stopwatch = (command: Command, input: string) => Run

const SOURCE = resolve(BENCH, 'stopwatch.c')
const PROGRAM = resolve(WORK, 'stopwatch')
/** A run must not depend on what npm, or whoever started it, says to Node. */
const QUIET = { NODE_OPTIONS: '' }

export function buildStopwatch(): Attempt<Stopwatch> {
  const missing = build('cc', ['-O2', '-o', PROGRAM, SOURCE])
  if (missing === undefined) return { ok: true, value: measureWithHelper }
  return { ok: false, reason: `${missing}: times are Node's own, and neither memory nor processor time is known` }
}

function measureWithHelper({ program, args, env }: Command, input: string): Run {
  const { stdout, stderr } = spawnSync(PROGRAM, [input, program, ...args], {
    env: { ...process.env, ...QUIET, ...env },
    encoding: 'utf8',
  })
  const [nanoseconds, microseconds, peak, exitCode] = stdout.trim().split(' ').map(Number)
  if (nanoseconds === undefined || microseconds === undefined) throw new Error(stderr.trim())
  demandSuccess(program, input, exitCode)
  return { wall: nanoseconds / 1e6, cpu: microseconds / 1e3, peak }
}

export function measureWithNode({ program, args, env }: Command, input: string): Run {
  const stdin = openSync(input, 'r')
  const start = performance.now()
  const { status, error } = spawnSync(program, args, {
    env: { ...process.env, ...QUIET, ...env },
    stdio: [stdin, 'ignore', 'ignore'],
  })
  const wall = performance.now() - start
  closeSync(stdin)
  if (error) throw error
  demandSuccess(program, input, status)
  return { wall, cpu: undefined, peak: undefined }
}

/** A program that fails does less than is measured. */
function demandSuccess(program: string, input: string, exitCode: number | null | undefined): void {
  if (exitCode !== 0) throw new Error(`${program} ended with exit code ${exitCode} on ${input}`)
}
