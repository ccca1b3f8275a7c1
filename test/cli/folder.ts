/** Folders as a pull request or an archive can bring them, for the built program. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const PROGRAM = resolve('dist/golden-images.cjs')
const CASE = readFileSync('test/fixtures/rules/err/duplicate-architecture.yaml', 'utf8')

/** A configuration, and a HyperConverged with one warning. */
export const [CONFIGURATION = '', MANIFEST = ''] = CASE.split('---\n')

/** What must be read by nobody; it looks like a manifest. */
export const SECRET = 'apiVersion: v1\nkind: Secret\nmetadata: {name: token}\nstringData: {token: hunter2}\n'

/** Far beyond what any of these needs: what takes so long hangs. */
const HANG = 60_000

export interface Folder {
  readonly path: string
  readonly at: (path: string) => string
  readonly write: (path: string, text: string) => void
  readonly link: (path: string, target: string) => void
  readonly fifo: (path: string) => void
  /** Runs the program in it, or in a folder of it. */
  readonly run: (args: readonly string[], options?: RunOptions) => RunResult
}

interface RunOptions {
  readonly cwd?: string
  readonly input?: string
}

export interface RunResult {
  /** Null when it had to be ended. */
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** An empty folder; `.git` in it makes it a repository. */
export function makeFolder(): Folder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'golden-images-folder-')))
  const at = (below: string) => join(path, below)
  const parent = (below: string) => mkdirSync(dirname(at(below)), { recursive: true })
  return {
    path,
    at,
    write: (below, text) => {
      parent(below)
      writeFileSync(at(below), text)
    },
    link: (below, target) => {
      parent(below)
      symlinkSync(target, at(below))
    },
    fifo: (below) => {
      parent(below)
      execFileSync('mkfifo', [at(below)])
    },
    run: (args, { cwd = '', input = '' } = {}) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
        cwd: at(cwd),
        encoding: 'utf8',
        input,
        timeout: HANG,
        maxBuffer: 1 << 28,
        env: { PATH: process.env.PATH },
      })
      return { status, stdout, stderr }
    },
  }
}
