import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** That of this machine, or one of another that this one can start. */
export const EXECUTABLE =
  process.env.GOLDEN_IMAGES_EXECUTABLE ?? `dist/golden-images-fn-${process.platform}-${process.arch}`

/** Why there is none to start; empty when there is. */
export const missing = existsSync(EXECUTABLE) ? '' : `no ${EXECUTABLE}; \`npm run build:executable\` makes it`
export const reason = missing === '' ? '' : ` (skipped: ${missing})`

/** As an executable for Linux names its processor. */
const MACHINES: { readonly [architecture: string]: number } = { x64: 62, arm64: 183, s390x: 22 << 8, ppc64: 21 }

/** For what is a matter of the system's kernel: an emulator in between would answer for itself. */
const foreign = process.platform === 'linux' ? missing || findEmulated() : 'no Linux'
export const reasonOnLinux = foreign === '' ? '' : ` (skipped: ${foreign})`

export interface End {
  /** The exit code, or the signal that ended it. */
  readonly end: number | string | null
  readonly stdout: string
  readonly stderr: string
}

export function start(input: string | Buffer, args: string[] = []): End {
  return ended(spawnSync(EXECUTABLE, args, { input, maxBuffer: 1 << 30 }))
}

/** As `run` gives it. */
export function startAsRun(input: string | Buffer, args: string[] = []) {
  const { end, ...streams } = start(input, args)
  return { exitCode: end, ...streams }
}

/** As a user of a shell would start it: with limits, and with streams that are not what they usually are. */
export function startFromShell(before: string, input: string | Buffer, redirections = ''): End {
  const script = `${before}\nexec "$0" ${redirections}`
  // The environment lies on the stack.
  const env = { PATH: process.env.PATH }
  return ended(spawnSync('sh', ['-c', script, EXECUTABLE], { input, env, maxBuffer: 1 << 30 }))
}

function ended({ status, signal, stdout, stderr }: SpawnSyncReturns<Buffer>): End {
  return { end: signal ?? status, stdout: stdout.toString(), stderr: stderr.toString() }
}

function findEmulated(): string {
  const machine = readFileSync(EXECUTABLE).readUInt16LE(18)
  return machine === MACHINES[process.arch] ? '' : 'it is for another processor'
}
