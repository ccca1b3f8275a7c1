/** The licences of the code of others, which must go wherever that code goes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { bundledPackages, linkedCrates, QUICKJS_CRATE } from './third-party.ts'

const RULE = `\n${'-'.repeat(80)}\n\n`

const RUST = `Rust's standard library
MIT or Apache-2.0, https://github.com/rust-lang/rust
`
const GLIBC = `The GNU C library
LGPL-2.1-or-later, https://sourceware.org/git/glibc.git
To link with another release of it, build the executable on a system that has that: npm run build:executable
`
const MUSL = `The C library musl
MIT, https://musl.libc.org

Copyright © 2005-2020 Rich Felker, et al.

Permission is hereby granted, free of charge, to any person obtaining
a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including
without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to
permit persons to whom the Software is furnished to do so, subject to
the following conditions:

The above copyright notice and this permission notice shall be
included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND,
EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT.
IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY
CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT,
TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`

/** Of an npm package that has these in its bundles, by their folders. */
export function packageNotices(packages: Iterable<string>): string {
  return npmNotices(packages).join(RULE)
}

/** Of an executable for a target, named as cargo names it, with these npm packages in its bundle. */
export function executableNotices(packages: Iterable<string>, target: string): string {
  return [...npmNotices(packages), ...crateNotices(target), RUST, ...libraryNotices(target)].join(RULE)
}

function npmNotices(packages: Iterable<string>): string[] {
  return bundledPackages(packages).map(({ folder, name, version, license }) =>
    notice(`${name} ${version}`, license, folder),
  )
}

/** Of what is linked into the executable beside the bundle. */
function crateNotices(target: string): string[] {
  const [, ...crates] = linkedCrates(target)
  return crates.flatMap(({ name, version, license, manifest_path }) => {
    const folder = dirname(manifest_path)
    const crate = notice(`${name} ${version}`, license ?? undefined, folder)
    return name === QUICKJS_CRATE ? [crate, notice('QuickJS', 'MIT', join(folder, 'quickjs'))] : [crate]
  })
}

/** The C library is in executables for Linux alone: those are static. */
function libraryNotices(target: string): string[] {
  if (!target.includes('-linux-')) return []
  return [target.includes('-linux-musl') ? MUSL : GLIBC]
}

/** With the text of the licence, where the package has it; of several to choose from, MIT. */
function notice(title: string, license: string | undefined, folder: string): string {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying)/i.test(file)) : []
  const chosen = files.find((file) => /mit/i.test(file)) ?? files[0]
  const text = chosen === undefined ? '' : `\n${readFileSync(join(folder, chosen), 'utf8').trimEnd()}\n`
  return `${title}\n${license ?? ''}\n${text}`
}
