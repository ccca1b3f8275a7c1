/** What `npm pack` puts into the package: the program and its texts, no source, test, executable or stray file. */
import { expect, test } from 'vitest'
import * as z from 'zod'
import { runProcess } from '../examples/run-process.ts'
import { ROOT } from '../examples/tools.ts'

const packSchema = z.array(z.object({ files: z.array(z.object({ path: z.string(), mode: z.number() })) })).length(1)

test('the package holds what is meant, and nothing else', () => {
  const { exitCode, stdout, stderr } = runProcess('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: ROOT,
  })
  expect(exitCode, stderr).toBe(0)
  const [{ files } = { files: [] }] = packSchema.parse(JSON.parse(stdout))
  const names = files.map(({ path }) => path.replace(/[^/]*(?=\.cache$)/, '*'))
  expect([...new Set(names)].sort()).toEqual(
    [
      'LICENSE',
      'README.md',
      'dist/THIRD-PARTY-NOTICES.txt',
      'dist/golden-images-commands.cjs',
      'dist/golden-images-fn.cjs',
      'dist/golden-images-fn/*.cache',
      'dist/golden-images-fn/deferred.cjs',
      'dist/golden-images-fn/function.js',
      'dist/golden-images-registry.cjs',
      'dist/golden-images.cjs',
      'functions/golden-images/README.md',
      'functions/golden-images/krm-function-definition.yaml',
      'functions/golden-images/metadata.yaml',
      'package.json',
      ...names.filter((name) => /^schemas\/[\w./-]+\.json$/.test(name)),
    ].sort(),
  )
  const runnable = files.filter(({ mode }) => (mode & 0o111) !== 0).map(({ path }) => path)
  expect(runnable.sort()).toEqual(['dist/golden-images-fn.cjs', 'dist/golden-images.cjs'])
})
