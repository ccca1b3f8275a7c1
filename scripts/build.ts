/** Bundles the function and the commands into dist/, each as one file without any dependency. */
import { chmodSync, copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { type BuildOptions, build } from 'esbuild'
import { deferredModules } from './deferred-modules.ts'
import { withoutTranslations } from './without-translations.ts'

const OUT = 'dist'
/** Built here and moved over, so that a program that runs meanwhile finds the old files or the new ones. */
const BUILD = `build/dist-${process.pid}`
const FUNCTION = 'golden-images-fn.cjs'
const COMMANDS = 'golden-images-commands.cjs'
const PROGRAM = 'golden-images.cjs'

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  legalComments: 'none',
  minify: true,
  plugins: [withoutTranslations, deferredModules((module) => `require('./${module}')`)],
  logLevel: 'warning',
} satisfies BuildOptions

mkdirSync(BUILD, { recursive: true })
mkdirSync(OUT, { recursive: true })
await build({
  ...shared,
  entryPoints: ['functions/golden-images/main.ts'],
  outfile: `${BUILD}/${FUNCTION}`,
  banner: { js: '#!/usr/bin/env node' },
})
await build({ ...shared, entryPoints: ['src/cli/commands.ts'], outfile: `${BUILD}/${COMMANDS}` })
copyFileSync('src/cli/bin.cjs', `${BUILD}/${PROGRAM}`)
// kustomize and kpt start these files themselves.
for (const file of [FUNCTION, PROGRAM]) chmodSync(`${BUILD}/${file}`, 0o755)
for (const file of [FUNCTION, COMMANDS, PROGRAM]) renameSync(`${BUILD}/${file}`, `${OUT}/${file}`)
rmSync(BUILD, { recursive: true })
