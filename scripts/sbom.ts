/**
 * Prints the SBOM of a release, as CycloneDX: the npm packages whose code is in the bundles, the crates in the
 * executables, and QuickJS. What only builds or tests the project is left out.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import * as z from 'zod'
import { withoutTranslations } from './without-translations.ts'

const ENTRY_POINTS = ['functions/golden-images/main.ts', 'functions/golden-images/native.ts', 'src/cli/commands.ts']
/** What the crates need differs by platform in what is only built with. */
const PLATFORM = 'x86_64-unknown-linux-gnu'
const CRATE = 'functions/golden-images/native/Cargo.toml'
/** Carries QuickJS as C. */
const QUICKJS_CRATE = 'rquickjs-sys'

const componentSchema = z.looseObject({ 'bom-ref': z.string() })
const sbomSchema = z.looseObject({
  components: z.array(componentSchema),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
})
type Component = z.infer<typeof componentSchema>

const cargoSchema = z.object({
  packages: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      version: z.string(),
      license: z.string().nullable(),
      manifest_path: z.string(),
    }),
  ),
  resolve: z.object({
    root: z.string(),
    nodes: z.array(
      z.object({
        id: z.string(),
        deps: z.array(z.object({ pkg: z.string(), dep_kinds: z.array(z.object({ kind: z.string().nullable() })) })),
      }),
    ),
  }),
})
type Crate = z.infer<typeof cargoSchema>['packages'][number]

const { components, dependencies, ...sbom } = sbomSchema.parse(
  readJson('npm', 'sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'),
)
// Some packages are bundles themselves, of what they depend on.
const bundled = withAllBelow(
  await bundledPackages(),
  (name) => dependencies.find(({ ref }) => ref === name)?.dependsOn ?? [],
)
const packages = components.filter((component) => bundled.has(component['bom-ref'])).map(withoutScope)
const crates = linkedCrates().flatMap((crate) =>
  crate.name === QUICKJS_CRATE ? [toComponent(crate), quickJs(crate)] : [toComponent(crate)],
)
process.stdout.write(`${JSON.stringify({ ...sbom, components: [...packages, ...crates] }, null, 2)}\n`)

/** `name@version` of each npm package that gives a byte to a bundle. */
async function bundledPackages(): Promise<Set<string>> {
  const { metafile } = await build({
    entryPoints: ENTRY_POINTS,
    outdir: 'build/sbom',
    bundle: true,
    platform: 'node',
    minify: true,
    metafile: true,
    write: false,
    plugins: [withoutTranslations],
    logLevel: 'warning',
  })
  const files = Object.values(metafile.outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([file]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? [])
  return new Set(files.map(nameAndVersion))
}

function nameAndVersion(folder: string): string {
  const text = readFileSync(join(folder, 'package.json'), 'utf8')
  const { name, version } = z.object({ name: z.string(), version: z.string() }).parse(JSON.parse(text))
  return `${name}@${version}`
}

/** npm calls them optional, because they are needed only to build. */
function withoutScope({ scope: _scope, properties: _properties, ...component }: Component): Component {
  return component
}

/** The crates below the launcher that are linked into it, not those that build it. */
function linkedCrates(): Crate[] {
  const { packages, resolve } = cargoSchema.parse(
    readJson(
      'cargo',
      ...['metadata', '--format-version', '1', '--locked'],
      ...['--manifest-path', CRATE, '--filter-platform', PLATFORM],
    ),
  )
  const linked = withAllBelow([resolve.root], (id) => {
    const dependencies = resolve.nodes.find((node) => node.id === id)?.deps ?? []
    return dependencies.filter(({ dep_kinds }) => dep_kinds.some(({ kind }) => kind === null)).map(({ pkg }) => pkg)
  })
  return packages.filter(({ id }) => linked.has(id) && id !== resolve.root)
}

function toComponent({ name, version, license }: Crate): Component {
  return {
    'bom-ref': `cargo:${name}@${version}`,
    type: 'library',
    name,
    version,
    purl: `pkg:cargo/${name}@${version}`,
    ...(license === null ? {} : { licenses: [{ expression: license }] }),
  }
}

function quickJs({ manifest_path }: Crate): Component {
  const header = readFileSync(join(dirname(manifest_path), 'quickjs/quickjs.h'), 'utf8')
  const version = ['MAJOR', 'MINOR', 'PATCH']
    .map((part) => new RegExp(`QJS_VERSION_${part} (\\d+)`).exec(header)?.[1])
    .join('.')
  return {
    'bom-ref': `quickjs-ng@${version}`,
    type: 'library',
    name: 'quickjs-ng',
    version,
    purl: `pkg:github/quickjs-ng/quickjs@v${version}`,
    licenses: [{ license: { id: 'MIT' } }],
  }
}

function withAllBelow(names: Iterable<string>, below: (name: string) => readonly string[]): Set<string> {
  const all = new Set(names)
  // A set that grows is walked to its new end.
  for (const name of all) for (const next of below(name)) all.add(next)
  return all
}

function readJson(program: string, ...args: string[]): unknown {
  return JSON.parse(execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 }))
}
