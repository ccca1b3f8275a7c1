import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { runProcess } from './run-process.ts'
import { PROGRAM } from './tools.ts'
import { withFolder } from './working-copy.ts'

/** kpt gives a name without a registry a prefix of its own. */
export const IMAGE = 'localhost/golden-images:e2e'

const NODE = '/usr/bin/node'
const FUNCTION = '/golden-images-fn.cjs'

/** An image of this machine's Node, the libraries that it loads, and the built function; nothing is downloaded. */
export function buildImage(): void {
  withFolder((root) => {
    copyTo(root, process.execPath, NODE)
    for (const library of librariesOf(process.execPath)) copyTo(root, library, library)
    copyTo(root, join(dirname(PROGRAM), 'golden-images-fn.cjs'), FUNCTION)
    mkdirSync(join(root, 'etc'), { recursive: true })
    // Orchestrators run functions as the user nobody.
    writeFileSync(join(root, 'etc/passwd'), 'nobody:x:65534:65534:nobody:/:/bin/false\n')
    const entry = `ENTRYPOINT ["${NODE}","${FUNCTION}"]`
    const script = `set -o pipefail; chmod -R a+rX . && tar -c . | docker import --change "$1" - "$2"`
    mustSucceed(runProcess('bash', ['-c', script, 'bash', entry, IMAGE], { cwd: root }))
  })
}

export function removeImage(): void {
  runProcess('docker', ['image', 'rm', '--force', IMAGE])
}

/** `libm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x…)`, and the loader without an arrow. */
function librariesOf(program: string): string[] {
  return [...mustSucceed(runProcess('ldd', [program])).matchAll(/(\/\S+) \(0x/g)].map(([, path]) => path ?? '')
}

function copyTo(root: string, source: string, path: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  copyFileSync(source, join(root, path))
}

function mustSucceed({ exitCode, stdout, stderr }: ReturnType<typeof runProcess>): string {
  if (exitCode !== 0) throw new Error(stderr)
  return stdout
}
