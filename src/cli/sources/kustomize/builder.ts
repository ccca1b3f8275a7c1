import { spawn } from 'node:child_process'
import { basename, resolve } from 'node:path'
import { findProgram, isExecutable } from '../../find-program.ts'
import { UsageError } from '../../usage-error.ts'

/** A program that builds kustomizations. */
export interface Builder {
  readonly program: string
  /** What stands before the folder. */
  readonly words: readonly string[]
}

export type Built = { readonly ok: true; readonly output: string } | { readonly ok: false; readonly words: string }

const EXTENSION = process.platform === 'win32' ? '.exe' : ''
const PATIENCE = 120_000
const MOST_OUTPUT = 1 << 28

/** What builds; undefined where no program is there, and `off` when nothing is to be built. */
export type Building = Builder | 'off' | undefined

export function chooseBuilding(named: string | undefined): Building {
  return named === 'off' ? named : findBuilder(named)
}

/**
 * The program that is named, or `kustomize` on the PATH, or kubectl, which has one; undefined when none is there. Only
 * whole paths of PATH count: what stands for the working folder could have come with a clone.
 */
function findBuilder(named: string | undefined, path = process.env.PATH ?? ''): Builder | undefined {
  if (named !== undefined) {
    const program = /[/\\]/.test(named) ? resolve(named) : findProgram(named, path)
    if (program === undefined || !isExecutable(program)) {
      throw new UsageError(`--kustomize ${named} must be a program to start, or \`off\``)
    }
    return builderAt(program)
  }
  const program = findProgram(`kustomize${EXTENSION}`, path) ?? findProgram(`kubectl${EXTENSION}`, path)
  return program === undefined ? undefined : builderAt(program)
}

function builderAt(program: string): Builder {
  return { program, words: basename(program).startsWith('kubectl') ? ['kustomize'] : ['build'] }
}

/** Builds a folder. No plugin, no chart, and nothing that is elsewhere: should it ask for one, it gets none. */
export function build({ program, words }: Builder, folder: string): Promise<Built> {
  return new Promise((settle) => {
    const child = spawn(program, [...words, folder], {
      cwd: folder,
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: PATIENCE,
      killSignal: 'SIGKILL',
    })
    const output: Buffer[] = []
    const failure: Buffer[] = []
    let length = 0
    const collect = (into: Buffer[]) => (chunk: Buffer) => {
      length += chunk.length
      if (length > MOST_OUTPUT) child.kill('SIGKILL')
      else into.push(chunk)
    }
    child.stdout.on('data', collect(output))
    child.stderr.on('data', collect(failure))
    child.on('error', (error) => settle({ ok: false, words: error.message }))
    child.on('close', (code, signal) => {
      const text = (chunks: Buffer[]) => new TextDecoder().decode(Buffer.concat(chunks))
      if (code === 0) settle({ ok: true, output: text(output) })
      else settle({ ok: false, words: text(failure) || `it ended with ${signal ?? code}` })
    })
  })
}

/** Should a reference that leads elsewhere be overlooked, nothing answers it. */
function environment(): NodeJS.ProcessEnv {
  const nowhere = 'http://127.0.0.1:9'
  return {
    ...process.env,
    HTTP_PROXY: nowhere,
    HTTPS_PROXY: nowhere,
    NO_PROXY: '',
    http_proxy: nowhere,
    https_proxy: nowhere,
    no_proxy: '',
    GIT_ALLOW_PROTOCOL: '',
    GIT_TERMINAL_PROMPT: '0',
  }
}
