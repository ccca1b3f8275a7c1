import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const PROGRAM = resolve('dist/golden-images.cjs')
const FIXTURES = resolve('test/fixtures/diff/switch-on')

/** A clone that someone else has prepared, and the mark that any of its commands would leave. */
export interface Clone {
  /** Removed by the caller. */
  readonly area: string
  readonly folder: string
  readonly marker: string
  /** A program that leaves the mark. */
  readonly program: string
}

/** Two commits on `main`: a cluster without images for each architecture, then with them. */
export function createRepository(folder: string): void {
  const cluster = join(folder, 'clusters/west')
  mkdirSync(cluster, { recursive: true })
  git(folder, 'init', '--quiet', '--initial-branch=main')
  cpSync(join(FIXTURES, 'old'), cluster, { recursive: true })
  commit(folder)
  cpSync(join(FIXTURES, 'new'), cluster, { recursive: true })
  commit(folder)
}

/** A copy of the repository, in an area of its own. */
export function createClone(repository: string): Clone {
  const area = createArea()
  const folder = join(area, 'clone')
  cpSync(repository, folder, { recursive: true })
  const marker = join(area, 'marker')
  const program = join(area, 'program')
  writeFileSync(program, `#!/bin/sh\necho ran >>'${marker}'\n`, { mode: 0o755 })
  return { area, folder, marker, program }
}

export function createArea(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'golden-images-hostile-')))
}

export function git(cwd: string, ...words: string[]): string {
  const settings = [
    'user.name=Test',
    'user.email=test@example.com',
    'commit.gpgsign=false',
    'protocol.file.allow=always',
  ]
  const options = settings.flatMap((setting) => ['-c', setting])
  return execFileSync('git', [...options, ...words], { cwd, stdio: 'pipe' })
    .toString()
    .trim()
}

export function commit(folder: string): void {
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--message', 'a change')
}

/** Takes an object away, so that git would have to fetch it. */
export function loseObject(folder: string, expression: string): void {
  const object = git(folder, 'rev-parse', expression)
  const objects = git(folder, 'rev-parse', '--path-format=absolute', '--git-path', 'objects')
  rmSync(join(objects, object.slice(0, 2), object.slice(2)))
}

/** Starts git as anybody would; whatever it says. */
export function callPlainGit(cwd: string, words: readonly string[], environment: NodeJS.ProcessEnv = {}): void {
  spawnSync('git', words, { cwd, env: { ...process.env, ...environment }, timeout: 60_000 })
}

export function callProgram(cwd: string, words: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const env = { ...process.env, ...environment }
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...words], {
    cwd,
    env,
    encoding: 'utf8',
    timeout: 60_000,
  })
  return { status, stdout, stderr }
}

/** Whether something ran since the last question. */
export function wasRun({ marker }: Clone): boolean {
  const ran = existsSync(marker)
  rmSync(marker, { force: true })
  return ran
}
