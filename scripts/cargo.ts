/** Starts cargo for the launcher in functions/golden-images/native/, with all that it is compiled with. */
import { spawnSync } from 'node:child_process'
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import packageFile from '../package.json' with { type: 'json' }
import { buildId } from './build-id.ts'
import { isLinux } from './executable-target.ts'

export const CRATE = 'functions/golden-images/native'
/** What becomes a part of the executable, and where that is compiled. */
export const MODULES = resolve('build/native')
export const NOTICES = resolve('build/native-notices.txt')
export const TARGET_DIRECTORY = resolve('build/native-target')

/** Gives cargo's exit code. What stands behind `--` goes on to what cargo starts. */
export function cargo(
  [command = '', ...args]: readonly string[],
  target: string,
  rest: readonly string[] = [],
): number {
  const where = ['--manifest-path', `${CRATE}/Cargo.toml`, '--target', target, '--target-dir', TARGET_DIRECTORY]
  const { status, error } = spawnSync('cargo', [command, ...args, ...where, ...rest], {
    stdio: 'inherit',
    env: {
      ...process.env,
      [`CARGO_TARGET_${target.toUpperCase().replace(/[-.]/g, '_')}_RUSTFLAGS`]: rustFlags(target).join(' '),
      [`CFLAGS_${target.replaceAll('-', '_')}`]: cFlags(target).join(' '),
      GOLDEN_IMAGES_BUILD: buildId(),
      GOLDEN_IMAGES_MODULES: MODULES,
      GOLDEN_IMAGES_NOTICES: NOTICES,
      GOLDEN_IMAGES_VERSION: packageFile.version,
    },
  })
  if (error) throw error
  return status ?? 1
}

function rustFlags(target: string): readonly string[] {
  const cargoHome = process.env.CARGO_HOME ?? resolve(homedir(), '.cargo')
  // What is in the executable must not depend on who built it, and where.
  const flags = [`--remap-path-prefix=${cargoHome}=cargo`, `--remap-path-prefix=${resolve('.')}=.`]
  // A Linux executable that runs on any distribution, and alone in an image. Rust links it so that the system can put it
  // anywhere, for the targets for which it knows how.
  return isLinux(target) ? ['-C', 'target-feature=+crt-static', ...flags] : flags
}

/** For QuickJS. */
function cFlags(target: string): readonly string[] {
  // Nobody unwinds through it.
  const flags = ['-fno-asynchronous-unwind-tables', '-fno-unwind-tables', `-ffile-prefix-map=${TARGET_DIRECTORY}=build`]
  // A write beyond a local variable ends the process. Where the C library has functions that know how large a place is
  // (glibc has, musl has not), those are called.
  const guards = ['-fstack-protector-strong', '-U_FORTIFY_SOURCE', '-D_FORTIFY_SOURCE=2']
  return isLinux(target) ? [...flags, ...guards] : flags
}
