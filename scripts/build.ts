/** Bundles the function and the commands into dist/, each as one file without any dependency. */
import { chmodSync, copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { type BuildOptions, build, type Plugin } from 'esbuild'

const OUT = 'dist'
const FUNCTION = `${OUT}/golden-images-fn.cjs`
const COMMANDS = `${OUT}/golden-images-commands.cjs`
const PROGRAM = `${OUT}/golden-images.cjs`

/** zod carries its messages in fifty languages; ours are written by src/config. */
const withoutTranslations: Plugin = {
  name: 'without-translations',
  setup({ onResolve }) {
    onResolve({ filter: /\/locales\/index\.js$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path.replace('index.js', 'en.js')),
    }))
  },
}

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  legalComments: 'none',
  minify: true,
  plugins: [withoutTranslations],
  logLevel: 'warning',
} satisfies BuildOptions

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
