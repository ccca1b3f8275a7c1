/**
 * Prints the SBOM of a release, as CycloneDX: the npm packages whose code is in the bundles, and what is linked into the
 * executables: crates, QuickJS, the standard library of Rust and the C library. For the targets that are the arguments,
 * named as cargo names them; without any for what is built on this machine. What only builds or tests the project is left
 * out. The same sources give the same text, wherever and whenever it is made.
 */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import * as z from 'zod'
import packageFile from '../package.json' with { type: 'json' }
import { type Component, printBom } from './cyclonedx.ts'
import { COMMANDS, FUNCTION, NATIVE_FUNCTION } from './entry-points.ts'
import { defaultTarget } from './executable-target.ts'
import { linkedLibraries } from './linked-libraries.ts'
import {
  bundledPackages,
  type Crate,
  crateId,
  linkedCrates,
  type Package,
  packagesIn,
  QUICKJS_CRATE,
} from './third-party.ts'
import { withoutTranslations } from './without-translations.ts'

const lockSchema = z.object({ packages: z.record(z.string(), z.object({ integrity: z.string().optional() })) })

const targets = process.argv.length > 2 ? process.argv.slice(2) : [defaultTarget()].filter((name) => name !== undefined)
if (targets.length === 0) {
  process.stderr.write('scripts/sbom.ts needs cargo, to know which crates are in the executable\n')
  process.exit(1)
}
const lock = lockSchema.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))
const bundled = await findBundled()
const packages = bundledPackages(bundled)
const [launcher, ...crates] = unique(targets.flatMap(linkedCrates), crateId)
const libraries = unique(targets.flatMap(linkedLibraries), ({ purl }) => purl)

const components: readonly Component[] = [
  ...packages.map(toComponent),
  ...crates.flatMap((crate) =>
    crate.name === QUICKJS_CRATE
      ? [crateToComponent(crate, [quickJs(crate).purl]), quickJs(crate)]
      : [crateToComponent(crate)],
  ),
  ...libraries.map((library) => ({ ...library, dependsOn: [] })),
]
const root: Component = {
  name: packageFile.name,
  version: packageFile.version,
  purl: npmPurl(packageFile),
  license: packageFile.license,
  dependsOn: [
    ...packages.filter(({ folder }) => bundled.has(folder)).map(npmPurl),
    ...cratesBelow(launcher),
    ...libraries.map(({ purl }) => purl),
  ],
}
process.stdout.write(printBom(root, packageFile.description, components))

/** The folders of the packages that give a byte to a bundle. */
async function findBundled(): Promise<Set<string>> {
  const { metafile } = await build({
    entryPoints: [FUNCTION, NATIVE_FUNCTION, COMMANDS],
    outdir: 'build/sbom',
    bundle: true,
    platform: 'node',
    minify: true,
    metafile: true,
    write: false,
    plugins: [withoutTranslations],
    logLevel: 'warning',
  })
  return packagesIn(metafile)
}

function toComponent({ folder, name, version, license, dependencies }: Package): Component {
  const hashes = (lock.packages[folder]?.integrity ?? '').split(' ').flatMap((integrity) => {
    const [, bits, base64 = ''] = /^sha(\d+)-(.*)$/.exec(integrity) ?? []
    return bits === undefined ? [] : [{ alg: `SHA-${bits}`, content: Buffer.from(base64, 'base64').toString('hex') }]
  })
  const dependsOn = packages.filter((one) => dependencies.includes(one.folder)).map(npmPurl)
  return { name, version, purl: npmPurl({ name, version }), license, hashes, dependsOn }
}

function crateToComponent(crate: Crate, others: readonly string[] = []): Component {
  const { name, version, license } = crate
  return {
    name,
    version,
    purl: cratePurl(crate),
    license: license ?? undefined,
    dependsOn: [...cratesBelow(crate), ...others],
  }
}

function quickJs({ manifest_path }: Crate): Component {
  const header = readFileSync(join(dirname(manifest_path), 'quickjs/quickjs.h'), 'utf8')
  const version = ['MAJOR', 'MINOR', 'PATCH']
    .map((part) => new RegExp(`QJS_VERSION_${part} (\\d+)`).exec(header)?.[1])
    .join('.')
  return {
    name: 'quickjs-ng',
    version,
    purl: `pkg:github/quickjs-ng/quickjs@v${version}`,
    license: 'MIT',
    dependsOn: [],
  }
}

function cratesBelow(crate: Crate | undefined): string[] {
  return crates.filter((one) => crate?.dependencies.has(crateId(one))).map(cratePurl)
}

function npmPurl({ name, version }: { name: string; version: string }): string {
  return `pkg:npm/${name.replace('@', '%40')}@${encodeURIComponent(version)}`
}

function cratePurl({ name, version }: Crate): string {
  return `pkg:cargo/${name}@${encodeURIComponent(version)}`
}

function unique<T>(values: readonly T[], key: (value: T) => string): T[] {
  return [...new Map(values.map((value) => [key(value), value])).values()]
}
