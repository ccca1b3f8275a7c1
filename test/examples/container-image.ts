import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import packageFile from '../../package.json' with { type: 'json' }
import { runProcess } from './run-process.ts'
import { IMAGE_EXECUTABLE, ROOT } from './tools.ts'
import { withFolder } from './working-copy.ts'

const DOCKERFILE = 'functions/golden-images/Dockerfile'

/** What a release says of itself. */
export const BUILT_AS = {
  VERSION: packageFile.version,
  REVISION: '0123456789abcdef0123456789abcdef01234567',
  SOURCE: 'https://example.com/golden-images',
}

/** The image as it is released, of the executable that was built; nothing is downloaded. */
export function buildImage(image: string): void {
  const builtWith = Object.entries({ FUNCTION: IMAGE_EXECUTABLE, ...BUILT_AS })
  const buildArgs = builtWith.flatMap(([name, value]) => ['--build-arg', `${name}=${value}`])
  mustSucceed('docker', ['build', '--file', DOCKERFILE, ...buildArgs, '--tag', image, '.'])
}

export function removeImage(image: string): void {
  runProcess('docker', ['image', 'rm', '--force', image])
}

/** What `docker image inspect` says. */
export function inspectImage(image: string): unknown {
  const [description]: unknown[] = JSON.parse(mustSucceed('docker', ['image', 'inspect', image]))
  return description
}

/** The files of the image's layers, each with what everybody may do with it: `r-x golden-images-fn`. */
export function listFiles(image: string): string[] {
  return withFolder((folder) => {
    mustSucceed('bash', ['-c', 'set -o pipefail; docker save "$1" | tar -x -C "$2"', 'bash', image, folder])
    const manifest: { Layers: string[] }[] = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
    const layers = manifest.flatMap(({ Layers }) => Layers)
    return layers.flatMap((layer) => {
      const entries = mustSucceed('tar', ['-tvf', join(folder, layer)])
        .trim()
        .split('\n')
      // `-rwxr-xr-x 0/0 3017312 2026-11-21 12:00 golden-images-fn`
      return entries
        .filter((entry) => !entry.startsWith('d'))
        .map((entry) => `${entry.slice(7, 10)} ${entry.split(/\s+/)[5]}`)
    })
  })
}

function mustSucceed(program: string, args: readonly string[]): string {
  const { exitCode, stdout, stderr } = runProcess(program, args, { cwd: ROOT })
  if (exitCode !== 0) throw new Error(stderr)
  return stdout
}
