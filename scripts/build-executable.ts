/**
 * Builds the native function: its bundle as QuickJS bytecode in the launcher of functions/golden-images/native/, and a
 * snapshot of the engine with that bundle in it. For this machine, or for the target that is the only argument, named as
 * cargo names it (aarch64-unknown-linux-gnu).
 */
import { copyFileSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { build, type Metafile } from 'esbuild'
import { definedBuild } from './build-id.ts'
import { cargo, MODULES, NOTICES, TARGET_DIRECTORY } from './cargo.ts'
import { DEFERRED_MODULES, deferredModules } from './deferred-modules.ts'
import { NATIVE_FUNCTION } from './entry-points.ts'
import { architectureOf, defaultTarget, isLinux } from './executable-target.ts'
import { executableNotices } from './notices.ts'
import { addSnapshot } from './snapshot.ts'
import { packagesIn } from './third-party.ts'
import { withoutTranslations } from './without-translations.ts'

const LARGEST = 5_000_000

const CARGO_MISSING = `npm run build:executable needs cargo, Rust's build tool, and a C compiler.
  cargo: https://rustup.rs (1.87 or newer), or the package "cargo" of the system
  C: the package "gcc" or "clang" of the system; on macOS \`xcode-select --install\`
  best on Linux: \`rustup target add $(uname -m)-unknown-linux-musl\`, and the package "musl-tools" ("musl-gcc")
`

const ownTarget = defaultTarget()
if (ownTarget === undefined) {
  process.stderr.write(CARGO_MISSING)
  process.exit(1)
}
const target = process.argv[2] ?? ownTarget
const packages = packagesIn(await bundle())
writeFileSync(NOTICES, executableNotices(packages, target))
const status = cargo(['build', '--release', '--locked'], target)
if (status !== 0) process.exit(status)
try {
  const [file, size] = install(target)
  process.stdout.write(`${file}: ${(size / 1e6).toFixed(1)} MB, for ${target}\n`)
  if (size > LARGEST) throw new Error(`${file} must not be larger than ${LARGEST / 1e6} MB`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}

/** Each module that is deferred becomes a file, and what several share; `native/` compiles each by itself. */
async function bundle(): Promise<Metafile> {
  rmSync(MODULES, { recursive: true, force: true })
  const { metafile } = await build({
    metafile: true,
    entryPoints: [NATIVE_FUNCTION, ...DEFERRED_MODULES],
    outdir: MODULES,
    entryNames: '[name]',
    bundle: true,
    splitting: true,
    // No engine but the language's own.
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2023',
    format: 'esm',
    legalComments: 'none',
    minify: true,
    define: definedBuild(),
    plugins: [withoutTranslations, deferredModules((module) => `loadModule('./${basename(module, '.ts')}.js')`)],
    logLevel: 'warning',
  })
  return metafile
}

/** Puts what was built into dist/, under the name that Node has for the platform, and gives that and its size. */
function install(target: string): [file: string, size: number] {
  const extension = target.includes('-windows-') ? '.exe' : ''
  const built = `${TARGET_DIRECTORY}/${target}/release/golden-images-fn${extension}`
  const file = `dist/golden-images-fn-${platformOf(target)}-${architectureOf(target)}${extension}`
  mkdirSync('dist', { recursive: true })
  copyFileSync(built, `${file}.new`)
  const withoutSnapshot = whyNoSnapshot(target) ?? addSnapshot(`${file}.new`)
  if (withoutSnapshot !== undefined) process.stdout.write(`${file} starts its engine in each run: ${withoutSnapshot}\n`)
  // One that runs meanwhile keeps its file.
  renameSync(`${file}.new`, file)
  return [file, statSync(file).size]
}

function whyNoSnapshot(target: string): string | undefined {
  if (!isLinux(target)) return 'its memory has no fixed place'
  // native/build.rs tells why; compiling them needs much memory, which would all be in the file.
  if (architectureOf(target) === 's390x') return 'it compiles its modules'
  return architectureOf(target) === 'ppc64'
    ? 'its code is large, and both would be more than the file may hold'
    : undefined
}

function platformOf(target: string): string {
  if (target.includes('-apple-darwin')) return 'darwin'
  return target.includes('-windows-') ? 'win32' : 'linux'
}
