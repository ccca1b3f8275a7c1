/**
 * Prints the SBOM of a release, as CycloneDX: the npm packages whose code is in the bundles, the crates in the
 * executables, and QuickJS. What only builds or tests the project is left out.
 */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import * as z from 'zod'
import { COMMANDS, FUNCTION, NATIVE_FUNCTION } from './entry-points.ts'
import { type Crate, linkedCrates, packagesIn, QUICKJS_CRATE, readJson, withAllBelow } from './third-party.ts'
import { withoutTranslations } from './without-translations.ts'

const componentSchema = z.looseObject({ 'bom-ref': z.string() })
const sbomSchema = z.looseObject({
  components: z.array(componentSchema),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
})
type Component = z.infer<typeof componentSchema>

const { components, dependencies, ...sbom } = sbomSchema.parse(
  readJson('npm', 'sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'),
)
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
// Some packages are bundles themselves, of what they depend on.
const bundled = withAllBelow(
  [...packagesIn(metafile)].map(nameAndVersion),
  (name) => dependencies.find(({ ref }) => ref === name)?.dependsOn ?? [],
)
const packages = components.filter((component) => bundled.has(component['bom-ref'])).map(withoutScope)
const crates = linkedCrates().flatMap((crate) =>
  crate.name === QUICKJS_CRATE ? [toComponent(crate), quickJs(crate)] : [toComponent(crate)],
)
process.stdout.write(`${JSON.stringify({ ...sbom, components: [...packages, ...crates] }, null, 2)}\n`)

function nameAndVersion(folder: string): string {
  const text = readFileSync(join(folder, 'package.json'), 'utf8')
  const { name, version } = z.object({ name: z.string(), version: z.string() }).parse(JSON.parse(text))
  return `${name}@${version}`
}

/** npm calls them optional, because they are needed only to build. */
function withoutScope({ scope: _scope, properties: _properties, ...component }: Component): Component {
  return component
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
