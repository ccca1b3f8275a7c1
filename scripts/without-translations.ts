import { resolve } from 'node:path'
import type { Plugin } from 'esbuild'

/** zod carries its messages in fifty languages; ours are written by src/config. */
export const withoutTranslations: Plugin = {
  name: 'without-translations',
  setup({ onResolve }) {
    onResolve({ filter: /\/locales\/index\.js$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path.replace('index.js', 'en.js')),
    }))
  },
}
