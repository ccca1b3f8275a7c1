import { build } from 'esbuild'
import { expect, test } from 'vitest'

test('the compiled schemas run in any engine, without compiling anything', async () => {
  const { outputFiles } = await build({
    entryPoints: ['src/kubernetes/crd/check-against-crd.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
  })
  const code = outputFiles[0]?.text ?? ''
  expect(code).toContain('validateDataImportCron')
  expect(code).not.toMatch(/\brequire\(|new Function|\beval\(|\bimport\(/)
})
