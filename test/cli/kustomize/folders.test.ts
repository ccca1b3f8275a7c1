/** What `check` says of folders with kustomizations: a case a folder, with its answer beside it, for every builder. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { orSkip } from '../../examples/tools.ts'
import { BUILDERS } from './builders.ts'

const PROGRAM = resolve('dist/golden-images.cjs')
const CASES = 'test/fixtures/cli/kustomize'

const names = readdirSync(CASES, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

/** What is checked in the case's folder, a word a line; without such a file all of it. */
function wordsOf(name: string): string[] {
  const file = `${CASES}/${name}.args`
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : ['check', '.']
}

describe.for(BUILDERS)('$name', ({ missing, program }) => {
  test.skipIf(missing !== undefined).for(names)('%s', async (name, { skip }) => {
    const builder = orSkip(program, skip)
    const args = [...wordsOf(name), '--kustomize', builder]
    const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
      cwd: `${CASES}/${name}`,
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    })
    await expect(`${stdout}${stderr}exit ${status}\n`).toMatchFileSnapshot(resolve(`${CASES}/${name}.txt`))
  })
})
