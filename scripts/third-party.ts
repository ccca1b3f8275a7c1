/** The code of others that a bundle or an executable has in it; what only builds or tests the project is none of it. */
import { execFileSync } from 'node:child_process'
import type { Metafile } from 'esbuild'
import * as z from 'zod'

/** Carries QuickJS as C. */
export const QUICKJS_CRATE = 'rquickjs-sys'
/** What the crates need differs by platform in what is only built with. */
const PLATFORM = 'x86_64-unknown-linux-gnu'
const CRATE = 'functions/golden-images/native/Cargo.toml'

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
export type Crate = z.infer<typeof cargoSchema>['packages'][number]

/** The folder of each npm package that gives a byte to one of the bundles. */
export function packagesIn(...bundles: readonly Metafile[]): Set<string> {
  const folders = bundles
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([file]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? [])
  return new Set(folders)
}

/** The crates below the launcher that are linked into it, not those that build it. */
export function linkedCrates(): Crate[] {
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

export function withAllBelow(names: Iterable<string>, below: (name: string) => readonly string[]): Set<string> {
  const all = new Set(names)
  // A set that grows is walked to its new end.
  for (const name of all) for (const next of below(name)) all.add(next)
  return all
}

export function readJson(program: string, ...args: string[]): unknown {
  return JSON.parse(execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 }))
}
