/**
 * Modules that most runs never need, with all that only they need: the full YAML parser, zod. Their code is a third of
 * the program, and evaluating it would take most of a small run's time. They export functions alone: whoever imports one
 * gets functions of the same names, and the first call of any evaluates the module.
 */
import { relative, resolve } from 'node:path'
import { build, type Plugin } from 'esbuild'

export const DEFERRED_MODULES = [
  'src/cluster/common-boot-images-schema.ts',
  'src/cluster/fields/unknown-fields.ts',
  'src/cluster/openshift/product-templates.ts',
  'src/config/describe-configuration.ts',
  'src/findings/position.ts',
  'src/lock/read-images-lock.ts',
  'src/prediction/machines/predict-machines.ts',
  'src/yaml/full/parse-any-yaml.ts',
  'src/resource-list/whole/read-whole-list.ts',
]

/** `load` is the code that evaluates the module at a path (from the root of the repository) and gives its exports. */
export function deferredModules(load: (path: string) => string, modules: readonly string[] = DEFERRED_MODULES): Plugin {
  return {
    name: 'deferred-modules',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ path, resolveDir, kind }) => {
        const module = relative('.', resolve(resolveDir, path))
        const isDeferred = kind === 'import-statement' && modules.includes(module)
        return isDeferred ? { path: module, namespace: 'deferred', sideEffects: false } : undefined
      })
      onLoad({ filter: /^/, namespace: 'deferred' }, async ({ path }) => ({
        contents: (await exportsOf(path))
          .map((name) => `export function ${name}(...args) { return ${load(path)}.${name}(...args) }\n`)
          .join(''),
        resolveDir: resolve('.'),
      }))
    },
  }
}

async function exportsOf(module: string): Promise<string[]> {
  const { metafile } = await build({ entryPoints: [module], format: 'esm', write: false, metafile: true })
  return Object.values(metafile.outputs).flatMap((output) => output.exports)
}
