/** What an executable has in it beside crates: the standard library of Rust, and for Linux the C library. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Library {
  readonly name: string
  /** Undefined where it does not say. */
  readonly version: string | undefined
  readonly license: string
  readonly purl: string
  readonly cpe: string
}

export function linkedLibraries(target: string): Library[] {
  return [rust(), ...cLibrary(target)]
}

function rust(): Library {
  const version = /^release: (.*)$/m.exec(outputOf('rustc', '--version', '--verbose'))?.[1]
  return {
    ...library('rust-std', version, 'pkg:github/rust-lang/rust', 'rust-lang:rust'),
    license: 'MIT OR Apache-2.0',
  }
}

/** Executables for Linux alone are static. */
function cLibrary(target: string): Library[] {
  if (!target.includes('-linux-')) return []
  if (target.includes('-linux-musl')) {
    // Rust brings its own, whatever the C compiler is.
    const folder = outputOf('rustc', '--print', 'target-libdir', '--target', target).trim()
    const version = search(join(folder, 'self-contained', 'libc.a'), /\0(1\.\d+\.\d+)\0/)
    return [{ ...library('musl', version, 'pkg:generic/musl', 'musl-libc:musl'), license: 'MIT' }]
  }
  const compiler = process.env[`CC_${target.replaceAll('-', '_')}`] ?? 'cc'
  const archive = outputOf(compiler, '-print-file-name=libc.a').trim()
  const version = search(archive, /GNU C Library [^\n]* release version (\d+(?:\.\d+)+)/)
  return [{ ...library('glibc', version, 'pkg:generic/glibc', 'gnu:glibc'), license: 'LGPL-2.1-or-later' }]
}

function library(name: string, version: string | undefined, purl: string, product: string) {
  return {
    name,
    version,
    purl: version === undefined ? purl : `${purl}@${version}`,
    cpe: `cpe:2.3:a:${product}:${version ?? '*'}:*:*:*:*:*:*:*`,
  }
}

function search(file: string, pattern: RegExp): string | undefined {
  return existsSync(file) ? pattern.exec(readFileSync(file, 'latin1'))?.[1] : undefined
}

function outputOf(program: string, ...args: string[]): string {
  return execFileSync(program, args, { encoding: 'utf8' })
}
