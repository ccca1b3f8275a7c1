/** The same sources give the same files, wherever and whenever they are built. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { outputOf, withClone } from './clone.ts'

test('two builds, in folders of other names and at other times, differ in nothing but what V8 makes of the code', () => {
  const first = withClone('one', build)
  const second = withClone('another-name', (folder) => {
    mkdirSync(join(folder, 'build/left-over'), { recursive: true })
    return build(folder)
  })
  expect([...first.keys()].sort()).toEqual([...second.keys()].sort())
  expect([...first.keys()]).toEqual(
    expect.arrayContaining(['golden-images-commands.cjs', 'golden-images-fn.cjs', 'golden-images-fn/function.js']),
  )
  for (const [file, content] of first) expect(content === second.get(file), `${file} is the same`).toBe(true)
})

/** What `npm run build` leaves in dist/, but for V8's caches: those hold seeds and times of their own. */
function build(folder: string): Map<string, string> {
  outputOf(folder, 'scripts/compile-schemas.ts')
  outputOf(folder, 'scripts/build.ts')
  const files = readdirSync(join(folder, 'dist'), { recursive: true, withFileTypes: true })
  return new Map(
    files
      .filter((file) => file.isFile() && !file.name.endsWith('.cache'))
      .map((file) => join(file.parentPath, file.name))
      .map((file) => [file.slice(join(folder, 'dist/').length), readFileSync(file, 'base64')]),
  )
}
