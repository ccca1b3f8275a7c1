/** Bundles the function, the commands and what asks registries into dist/, without any dependency. */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type BuildOptions, build, type Metafile } from 'esbuild'
import { REHEARSAL } from '../functions/golden-images/rehearsal.ts'
import { definedBuild } from './build-id.ts'
import { DEFERRED_MODULES, deferredModules } from './deferred-modules.ts'
import * as entryPoints from './entry-points.ts'
import { packageNotices } from './notices.ts'
import { packagesIn } from './third-party.ts'
import { withoutTranslations } from './without-translations.ts'

const OUT = 'dist'
/** Built here and moved over, so that a program that runs meanwhile finds the old files or the new ones. */
const BUILD = `build/dist-${process.pid}`
const FUNCTION = 'golden-images-fn.cjs'
/** What `FUNCTION` starts. */
const FUNCTION_PARTS = 'golden-images-fn'
const COMMANDS = 'golden-images-commands.cjs'
/** What the commands load to ask a registry. */
const REGISTRY = 'golden-images-registry.cjs'
const PROGRAM = 'golden-images.cjs'
const NOTICES = 'THIRD-PARTY-NOTICES.txt'

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  legalComments: 'none',
  minify: true,
  metafile: true,
  define: definedBuild(),
  logLevel: 'warning',
} satisfies BuildOptions

mkdirSync(`${BUILD}/${FUNCTION_PARTS}`, { recursive: true })
mkdirSync(OUT, { recursive: true })
const functionBundles = await buildFunction()
const commands = await build({
  ...shared,
  entryPoints: [entryPoints.COMMANDS],
  outfile: `${BUILD}/${COMMANDS}`,
  external: [`./${REGISTRY}`],
  plugins: [
    withoutTranslations,
    deferredModules(
      (module) => `require('./${module === entryPoints.REGISTRY ? REGISTRY : module}')`,
      [...DEFERRED_MODULES, entryPoints.REGISTRY],
    ),
  ],
})
const registry = await build({ ...shared, entryPoints: [entryPoints.REGISTRY], outfile: `${BUILD}/${REGISTRY}` })
await buildStart('functions/golden-images/start.cjs', FUNCTION)
await buildStart('src/cli/bin.cjs', PROGRAM)
writeFileSync(
  `${BUILD}/${NOTICES}`,
  packageNotices(packagesIn(...functionBundles, commands.metafile, registry.metafile)),
)
// kustomize and kpt start these files themselves.
for (const file of [FUNCTION, PROGRAM]) chmodSync(`${BUILD}/${file}`, 0o755)
rmSync(`${OUT}/${FUNCTION_PARTS}`, { recursive: true, force: true })
for (const file of [FUNCTION_PARTS, FUNCTION, COMMANDS, REGISTRY, PROGRAM, NOTICES])
  renameSync(`${BUILD}/${file}`, `${OUT}/${file}`)
rmSync(BUILD, { recursive: true })

/** A script whose value is a function of `require`, what it defers, and what V8 makes of it. */
async function buildFunction(): Promise<Metafile[]> {
  const folder = `${BUILD}/${FUNCTION_PARTS}`
  const deferred = `./${FUNCTION_PARTS}/deferred.cjs`
  const needed = await build({
    ...shared,
    entryPoints: [entryPoints.FUNCTION],
    outfile: `${folder}/function.js`,
    banner: { js: '(function (require) {' },
    footer: { js: '})' },
    external: [deferred],
    plugins: [
      withoutTranslations,
      deferredModules((module) => `require('${deferred}')[${DEFERRED_MODULES.indexOf(module)}]`),
    ],
  })
  const rest = await build({
    ...shared,
    stdin: {
      contents: `module.exports = [${DEFERRED_MODULES.map((module) => `require('./${module}')`).join()}]`,
      resolveDir: '.',
    },
    outfile: `${folder}/deferred.cjs`,
    plugins: [withoutTranslations],
  })
  for (const node of nodesOnPath()) {
    const { status } = spawnSync(node, ['scripts/code-cache.cjs', folder], { input: REHEARSAL })
    if (status !== 0) throw new Error(`${node} can't run the function that was built`)
  }
  return [needed.metafile, rest.metafile]
}

/** A file that starts others beside it. */
async function buildStart(entryPoint: string, file: string): Promise<void> {
  const others = [FUNCTION, COMMANDS].map((name) => `./${name}`)
  await build({ ...shared, entryPoints: [entryPoint], outfile: `${BUILD}/${file}`, external: others })
}

/** Every Node that may start the function later on this machine, this one among them. */
function nodesOnPath(): Set<string> {
  const files = (process.env.PATH ?? '').split(delimiter).map((directory) => join(directory, 'node'))
  return new Set([process.execPath, ...files.filter(existsSync).flatMap(resolveNode)])
}

/** The executable behind what may be a link or a version manager's; nothing when it is too old, or does not start. */
function resolveNode(file: string): string[] {
  const { status, stdout } = spawnSync(file, ['--print', 'process.execPath + " " + process.version'], {
    encoding: 'utf8',
  })
  const [, path, major] = /^(.+) v(\d+)\./.exec(stdout ?? '') ?? []
  return status === 0 && path !== undefined && Number(major) >= 20 ? [path] : []
}
