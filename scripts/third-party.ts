/** The code of others that a bundle or an executable has in it; what only builds or tests the project is none of it. */
import { execFileSync, type StdioOptions } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'
import * as z from 'zod'

/** Carries QuickJS as C. */
export const QUICKJS_CRATE = 'rquickjs-sys'
const MANIFEST = ['--locked', '--manifest-path', 'functions/golden-images/native/Cargo.toml']

const TREE_LINE = /^(\d+) (\S+) v(\S+)/gm

const packageSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
})
/** An npm package, and the folders of those that it depends on. */
export interface Package {
  readonly folder: string
  readonly name: string
  readonly version: string
  readonly license: string | undefined
  readonly dependencies: readonly string[]
}

const crateSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().nullable(),
  manifest_path: z.string(),
})
/** A crate, and those that it is linked with, as `name version`. */
export interface Crate extends z.infer<typeof crateSchema> {
  readonly dependencies: ReadonlySet<string>
}

/** The folder of each npm package that gives a byte to one of the bundles; `node_modules` may be a link. */
export function packagesIn(...bundles: readonly Metafile[]): Set<string> {
  const folders = bundles
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([file]) => /node_modules\/(?:.*node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? [])
  return new Set(folders)
}

/** These, and all below them: some packages are bundles themselves, of what they depend on. Sorted by folder. */
export function bundledPackages(folders: Iterable<string>): Package[] {
  const all = new Set(folders)
  // A set that grows is walked to its new end.
  for (const folder of all) for (const below of readPackage(folder).dependencies) all.add(below)
  return [...all].sort().map(readPackage)
}

function readPackage(folder: string): Package {
  const { dependencies, license, ...names } = packageSchema.parse(
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  )
  return { folder, ...names, license, dependencies: Object.keys(dependencies ?? {}).map((name) => find(name, folder)) }
}

/** As Node finds them: in the package's own folder, or in one above. */
function find(name: string, folder: string): string {
  const own = join(folder, 'node_modules', name)
  return existsSync(own) ? own : join('node_modules', name)
}

/** The crates that are linked into the executable for a target, its launcher first; not those that build it. */
export function linkedCrates(target: string): Crate[] {
  const metadata = z.object({ packages: z.array(crateSchema) })
  const { packages } = metadata.parse(JSON.parse(cargo('metadata', '--format-version', '1')))
  const found = new Map(packages.map((one) => [crateId(one), one]))
  return [...linkedTree(target)].flatMap(([id, dependencies]) => {
    const crate = found.get(id)
    return crate === undefined ? [] : [{ ...crate, dependencies }]
  })
}

/** Only `tree` tells the features of what is linked from those of what builds. */
function linkedTree(target: string): Map<string, Set<string>> {
  const edges = ['--edges', 'normal,no-proc-macro', '--prefix', 'depth', '--format', ' {p}']
  const tree = new Map<string, Set<string>>()
  const above: string[] = []
  for (const [, depth, name = '', version = ''] of cargo('tree', ...edges, '--target', target).matchAll(TREE_LINE)) {
    const id = crateId({ name, version })
    if (!tree.has(id)) tree.set(id, new Set())
    above[Number(depth)] = id
    tree.get(above[Number(depth) - 1] ?? '')?.add(id)
  }
  return tree
}

export function crateId({ name, version }: { name: string; version: string }): string {
  return `${name} ${version}`
}

function cargo(command: string, ...args: string[]): string {
  const stdio: StdioOptions = ['ignore', 'pipe', 'inherit']
  return execFileSync('cargo', ['--quiet', command, ...args, ...MANIFEST], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio,
  })
}
