/** What `check` reads in folders as people keep them, and what it says: a case a folder, with its answer beside it. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const PROGRAM = resolve('dist/golden-images.cjs')
const CASES = 'test/fixtures/cli/reading'

const names = readdirSync(CASES, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

test.for(names)('%s', async (name) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, 'check', '.'], {
    cwd: `${CASES}/${name}`,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  })
  expect(stderr).toBe('')
  await expect(`${stdout}exit ${status}\n`).toMatchFileSnapshot(resolve(`${CASES}/${name}.txt`))
})
