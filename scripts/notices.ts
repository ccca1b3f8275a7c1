/** The licences of the code of others, which must go wherever that code goes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { bundledPackages, linkedCrates, QUICKJS_CRATE, withAllBelow } from './third-party.ts'

const RULE = `\n${'-'.repeat(80)}\n\n`

/** What no package tells: the standard libraries that a static executable has in it. */
const STANDARD_LIBRARIES = `Rust's standard library
MIT or Apache-2.0, https://github.com/rust-lang/rust

In executables for linux: the GNU C library
LGPL-2.1-or-later, https://sourceware.org/git/glibc.git
To link with another release of it, build the executable on a system that has that: npm run build:executable
`

const packageSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
})

/** Of the npm packages in the bundles of the entry points. */
export async function npmNotices(entryPoints: readonly string[]): Promise<string> {
  // Some packages are bundles themselves, of what they depend on.
  const folders = withAllBelow(await bundledPackages(entryPoints), dependenciesOf)
  const notices = [...folders].sort().map((folder) => {
    const { name, version, license } = readPackage(folder)
    return notice(`${name} ${version}`, license, folder)
  })
  return notices.join(RULE)
}

function readPackage(folder: string) {
  return packageSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
}

/** As Node finds them: in the package's own folder, or in one above. */
function dependenciesOf(folder: string): string[] {
  return Object.keys(readPackage(folder).dependencies ?? {}).map((name) => {
    const own = join(folder, 'node_modules', name)
    return existsSync(own) ? own : join('node_modules', name)
  })
}

/** Of what is linked into the executable beside the bundle. */
export function crateNotices(): string {
  const notices = linkedCrates().flatMap(({ name, version, license, manifest_path }) => {
    const folder = dirname(manifest_path)
    const crate = notice(`${name} ${version}`, license ?? undefined, folder)
    return name === QUICKJS_CRATE ? [crate, notice('QuickJS', 'MIT', join(folder, 'quickjs'))] : [crate]
  })
  return [...notices, STANDARD_LIBRARIES].join(RULE)
}

/** With the text of the licence, where the package has it; of several to choose from, MIT. */
function notice(title: string, license: string | undefined, folder: string): string {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying)/i.test(file)) : []
  const chosen = files.find((file) => /mit/i.test(file)) ?? files[0]
  const text = chosen === undefined ? '' : `\n${readFileSync(join(folder, chosen), 'utf8').trimEnd()}\n`
  return `${title}\n${license ?? ''}\n${text}`
}
