/** The peers change nothing: each does the least that a function does with its library. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { buildSync } from 'esbuild'
import { type Attempt, build } from './build.ts'
import { type Contender, GO } from './contender.ts'
import { BENCH, WORK } from './paths.ts'

const NPM_PEERS = [
  { name: 'kpt TypeScript SDK', folder: 'kpt-sdk', dependency: 'kpt-functions' },
  { name: 'yaml', folder: 'yaml', dependency: 'yaml' },
] as const

export function buildPeers(): readonly Attempt<Contender>[] {
  const failure = installPackages()
  return [
    buildGoPeer(),
    ...NPM_PEERS.map(({ name, folder }): Attempt<Contender> => {
      if (failure !== undefined) return { ok: false, reason: `${name}: ${failure}` }
      return { ok: true, value: { name, command: { program: process.execPath, args: [bundle(folder)] } } }
    }),
  ]
}

function buildGoPeer(): Attempt<Contender> {
  const program = resolve(WORK, 'go-identity')
  const failure = build('go', ['build', '-trimpath', '-o', program, '.'], resolve(BENCH, 'peers/go-identity'))
  if (failure !== undefined) return { ok: false, reason: `${GO}: ${failure}` }
  return { ok: true, value: { name: GO, command: { program, args: [] } } }
}

/** A later run finds what the first one installed. */
function installPackages(): string | undefined {
  if (NPM_PEERS.every(({ dependency }) => existsSync(resolve(BENCH, 'node_modules', dependency)))) return undefined
  return build('npm', ['ci', '--no-audit', '--no-fund'])
}

/** As ours is: one file, so that nobody pays for looking up modules. */
function bundle(folder: string): string {
  const outfile = resolve(WORK, `${folder}.cjs`)
  buildSync({
    entryPoints: [resolve(BENCH, 'peers', folder, 'main.js')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    logLevel: 'warning',
  })
  return outfile
}
