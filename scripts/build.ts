/** Bundles the function and the commands into dist/, each as one file without any dependency. */
import { chmodSync, copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { build } from 'esbuild'

const OUT = 'dist'
const FUNCTION = `${OUT}/golden-images-fn.cjs`
const COMMANDS = `${OUT}/golden-images-commands.cjs`
const PROGRAM = `${OUT}/golden-images.cjs`

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  legalComments: 'none',
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: 'warning',
} as const

rmSync(OUT, { recursive: true, force: true })
mkdirSync(OUT)
await build({
  ...shared,
  entryPoints: ['functions/golden-images/main.ts'],
  outfile: FUNCTION,
  banner: { js: '#!/usr/bin/env node' },
})
await build({ ...shared, entryPoints: ['src/cli/commands.ts'], outfile: COMMANDS })
copyFileSync('src/cli/bin.cjs', PROGRAM)
// kustomize and kpt start these files themselves.
for (const file of [FUNCTION, PROGRAM]) chmodSync(file, 0o755)
