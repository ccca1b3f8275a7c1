import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** That of this machine, or one of another that this one can start. */
export const EXECUTABLE =
  process.env.GOLDEN_IMAGES_EXECUTABLE ?? `dist/golden-images-fn-${process.platform}-${process.arch}`

export const EXECUTABLE_MISSING = existsSync(EXECUTABLE)
  ? undefined
  : `no ${EXECUTABLE}; \`npm run build:executable\` makes it`

export function startExecutable(input: string | Buffer, args: string[] = []) {
  const { status, signal, stdout, stderr } = spawnSync(EXECUTABLE, args, { input, maxBuffer: 1 << 30 })
  return { exitCode: signal ?? status, stdout: stdout.toString(), stderr: stderr.toString() }
}
