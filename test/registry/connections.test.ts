/** Which bundles could open a connection: the one of the registries alone. */
import { existsSync, readFileSync } from 'node:fs'
import { build, type Plugin } from 'esbuild'
import { expect, test } from 'vitest'
import { DEFERRED_MODULES, deferredModules } from '../../scripts/deferred-modules.ts'
import * as entryPoints from '../../scripts/entry-points.ts'
import { withoutTranslations } from '../../scripts/without-translations.ts'

const OPENING = /^(node:)?(http|https|http2|net|tls|dgram|dns|dns\/promises|inspector)$/

/** What a bundle of these asks Node for. */
async function importsOf(entryPoint: string, plugins: Plugin[]): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [entryPoint],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    metafile: true,
    outdir: 'build',
    plugins: [withoutTranslations, ...plugins],
  })
  const inputs = Object.values(metafile.inputs).flatMap(({ imports }) => imports)
  return [...new Set(inputs.filter(({ external }) => external).map(({ path }) => path))].sort()
}

const withoutRegistry = deferredModules(() => 'undefined', [entryPoints.REGISTRY])

test.for([
  ['the function', entryPoints.FUNCTION],
  ['the executable', entryPoints.NATIVE_FUNCTION],
  ['the commands', entryPoints.COMMANDS],
])('%s can open none', async ([, entryPoint = '']) => {
  expect((await importsOf(entryPoint, [withoutRegistry])).filter((name) => OPENING.test(name))).toEqual([])
})

test('what is deferred can open none', async () => {
  for (const module of DEFERRED_MODULES) {
    expect((await importsOf(module, [])).filter((name) => OPENING.test(name))).toEqual([])
  }
})

test('the registries can', async () => {
  expect((await importsOf(entryPoints.REGISTRY, [])).filter((name) => OPENING.test(name))).not.toEqual([])
})

test('so do those that were built', () => {
  const bundles = ['golden-images-fn/function.js', 'golden-images-fn/deferred.cjs', 'golden-images-commands.cjs']
  for (const file of bundles.filter((name) => existsSync(`dist/${name}`))) {
    const opening = /require\("(node:)?(http|https|http2|net|tls|dgram|dns)"\)/.exec(
      readFileSync(`dist/${file}`, 'utf8'),
    )
    expect(opening?.[0], file).toBeUndefined()
  }
})
