/** What the native function is built for when nothing else is asked, in cargo's words. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/**
 * This machine; on Linux by way of musl where Rust's library and a C compiler for it are there: such an executable is
 * smaller, and its start half a millisecond shorter, since glibc's asks the processor for its caches, which is slow in a
 * virtual machine. Undefined where there is no cargo.
 */
export function defaultTarget(): string | undefined {
  const host = /^host: (.*)$/m.exec(outputOf('cargo', '--version', '--verbose'))?.[1]
  const musl = host?.replace(/-linux-gnu$/, '-linux-musl')
  return musl !== undefined && hasLibrary(musl) && hasCompiler(musl) ? musl : host
}

export function isLinux(target: string): boolean {
  return target.includes('-linux-')
}

/** In Node's words. */
export function architectureOf(target: string): string {
  const [architecture = ''] = target.split('-')
  return { x86_64: 'x64', aarch64: 'arm64', powerpc64le: 'ppc64' }[architecture] ?? architecture
}

function hasLibrary(target: string): boolean {
  const folder = outputOf('rustc', '--print', 'target-libdir', '--target', target).trim()
  return folder !== '' && existsSync(folder)
}

/** By the names under which the crate cc looks for it. */
function hasCompiler(target: string): boolean {
  const [architecture] = target.split('-')
  return ['musl-gcc', `${architecture}-linux-musl-gcc`].some((name) => outputOf(name, '--version') !== '')
}

/** Empty when the program is not there, or fails. */
function outputOf(program: string, ...args: readonly string[]): string {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' })
  return status === 0 ? stdout : ''
}
