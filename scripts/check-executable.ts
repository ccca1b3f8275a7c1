/** `npm run check:executable`: format, lints and tests of the launcher, which `npm run build:executable` has built. */
import { spawnSync } from 'node:child_process'
import { CRATE, cargo } from './cargo.ts'
import { defaultTarget } from './executable-target.ts'

const target = defaultTarget()
if (target === undefined) throw new Error('cargo must be on the PATH')
const { status } = spawnSync('cargo', ['fmt', '--check', '--manifest-path', `${CRATE}/Cargo.toml`], {
  stdio: 'inherit',
})
const failed = [
  status !== 0,
  cargo(['clippy', '--locked', '--all-targets'], target, ['--', '--deny', 'warnings']) !== 0,
  cargo(['test', '--locked'], target) !== 0,
]
if (failed.includes(true)) process.exitCode = 1
