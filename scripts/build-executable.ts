/** Makes the native function: the bundle as QuickJS bytecode in a static executable, dist/golden-images-fn-<platform>. */
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { build } from 'esbuild'
import packageFile from '../package.json' with { type: 'json' }
import { withoutTranslations } from './without-translations.ts'

/** Rust's names for the platforms on which the executable is made, by Node's. */
const TARGETS: { readonly [platform: string]: string | undefined } = {
  'linux-x64': 'x86_64-unknown-linux-gnu',
  'linux-arm64': 'aarch64-unknown-linux-gnu',
  'linux-ppc64': 'powerpc64le-unknown-linux-gnu',
  'linux-s390x': 's390x-unknown-linux-gnu',
}

const platform = `${process.platform}-${process.arch}`
const target = TARGETS[platform]
const BUNDLE = resolve('build/golden-images-fn.mjs')
const TARGET_DIR = resolve('build/native-target')

if (!target) fail(`the executable can be made on ${Object.keys(TARGETS).join(', ')}, and this is ${platform}`)
if (spawnSync('cargo', ['--version']).status !== 0) {
  fail('the executable needs cargo, of Rust 1.88 or newer, and a C compiler; https://rustup.rs tells how to get it')
}

await build({
  entryPoints: ['functions/golden-images/native.ts'],
  outfile: BUNDLE,
  bundle: true,
  platform: 'neutral',
  format: 'esm',
  target: 'es2023',
  legalComments: 'none',
  minify: true,
  plugins: [withoutTranslations],
  logLevel: 'warning',
})
const cargo = spawnSync(
  'cargo',
  ['build', '--release', '--locked', '--quiet', '--target', target, '--target-dir', TARGET_DIR],
  {
    cwd: 'functions/golden-images/native',
    stdio: 'inherit',
    env: {
      ...process.env,
      RUSTFLAGS: '-C target-feature=+crt-static',
      GOLDEN_IMAGES_BUNDLE: BUNDLE,
      GOLDEN_IMAGES_VERSION: packageFile.version,
    },
  },
)
if (cargo.status !== 0) fail('cargo could not build the executable')

const executable = `dist/golden-images-fn-${platform}`
mkdirSync('dist', { recursive: true })
copyFileSync(`${TARGET_DIR}/${target}/release/golden-images-fn`, executable)
chmodSync(executable, 0o755)
console.log(`${executable}: ${(statSync(executable).size / 2 ** 20).toFixed(1)} MiB`)

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
