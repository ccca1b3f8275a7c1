/** The bundles on each release of Node that the package promises: the same answers, and a code cache that V8 takes. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { REHEARSAL } from '../../functions/golden-images/rehearsal.ts'
import { run } from '../../src/run.ts'

const CLEAN = 'test/fixtures/diff/switch-on/new'
const FAILING = 'test/fixtures/rules/err/duplicate-template-name.yaml'
const COMMANDS: [args: string[], status: number][] = [
  [['--version'], 0],
  [['render', CLEAN], 0],
  [['render', FAILING], 1],
  [['check', CLEAN], 0],
  [['check', '--format', 'sarif', FAILING], 1],
  [['check', 'nowhere'], 3],
  [['explain', CLEAN], 0],
  [['diff', 'test/fixtures/diff/switch-on/old', CLEAN], 0],
]
/** Prints whether V8 refuses what it is given. */
const REFUSED = `
  const { readFileSync } = require('node:fs')
  const [filename, cache] = process.argv.slice(1)
  const script = new (require('node:vm').Script)(readFileSync(filename, 'latin1'), { filename, cachedData: readFileSync(cache) })
  console.log(script.cachedDataRejected)`

function find(release: number): string | undefined {
  const installed = [`.ci/nodes/node_modules/node${release}/bin/node`, 'node_modules/node/bin/node', process.execPath]
  return installed
    .filter((file) => existsSync(file))
    .map((file) => resolve(file))
    .find((file) => start(file, ['--version']).stdout.startsWith(`v${release}.`))
}

function start(program: string, args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(program, args, { input, encoding: 'utf8', timeout: 100_000 })
  return { status, stdout: stdout ?? '', stderr: stderr ?? '' }
}

describe.for([20, 22, 24])('Node %i', (release) => {
  const node = find(release)
  const skipped = node === undefined ? ' (skipped: it is not there; `npm ci --prefix .ci/nodes` installs it)' : ''
  let folder = ''

  /** The function as it was built, with what this Node makes of its code and nothing else. */
  beforeAll(() => {
    if (node === undefined) return
    folder = mkdtempSync(join(tmpdir(), 'golden-images-node-'))
    cpSync('dist', folder, { recursive: true, filter: (file) => !file.endsWith('.cache') })
    expect(start(node, ['scripts/code-cache.cjs', join(folder, 'golden-images-fn')], REHEARSAL).status).toBe(0)
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.skipIf(node === undefined)(`answers as the function${skipped}`, () => {
    const { exitCode, ...streams } = run(REHEARSAL)
    for (const program of ['golden-images-fn', 'golden-images'])
      for (const dist of ['dist', folder])
        expect(start(`${node}`, [`${dist}/${program}.cjs`], REHEARSAL)).toEqual({ status: exitCode, ...streams })
  })

  test.skipIf(node === undefined)(`takes the code cache that it made${skipped}`, () => {
    const parts = join(folder, 'golden-images-fn')
    const [cache = '', ...others] = readdirSync(parts).filter((file) => file.endsWith('.cache'))
    expect(others).toEqual([])
    expect(start(`${node}`, ['--eval', REFUSED, join(parts, 'function.js'), join(parts, cache)])).toEqual({
      status: 0,
      stdout: 'false\n',
      stderr: '',
    })
  })

  test.skipIf(node === undefined)(`runs each command as the Node of development does${skipped}`, () => {
    for (const [args, status] of COMMANDS) {
      const answer = start(`${node}`, ['dist/golden-images.cjs', ...args])
      expect({ args, status: answer.status }).toEqual({ args, status })
      expect(answer).toEqual(start(process.execPath, ['dist/golden-images.cjs', ...args]))
    }
  })
})
