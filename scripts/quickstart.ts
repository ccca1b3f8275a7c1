/**
 * Renders two examples with the real kustomize: the DataImportCrons of a cluster with two architectures on stdout, and
 * on stderr what is read when an alert would fire.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '..')
const HEALTHY = 'examples/kustomize-generate/overlays/heterogeneous'
const FAILING = 'examples/kustomize-alerts/golden-image-with-no-architecture-annotation'
const OPTIONS = ['--enable-alpha-plugins', '--enable-exec']

// The examples name the function as one that is installed: a program on the PATH.
const installed = mkdtempSync(join(tmpdir(), 'golden-images-quickstart-'))
try {
  symlinkSync(join(ROOT, 'dist/golden-images.cjs'), join(installed, 'golden-images'))
  const path = [installed, join(ROOT, 'node_modules/.bin'), process.env.PATH].join(delimiter)
  const healthy = build(HEALTHY, path)
  const failing = build(FAILING, path)
  process.stdout.write(dataImportCronsOf(healthy.stdout))
  process.stderr.write(
    [
      narrate(HEALTHY, healthy.stderr, 'Its DataImportCrons are on stdout.'),
      narrate(FAILING, failing.stderr, `The build failed with exit code ${failing.status}, as it should.`),
    ].join(''),
  )
  process.exitCode = healthy.status === 0 && failing.status === 1 ? 0 : 1
} finally {
  rmSync(installed, { recursive: true })
}

function build(example: string, path: string) {
  return spawnSync('kustomize', ['build', ...OPTIONS, example], {
    cwd: ROOT,
    env: { ...process.env, PATH: path },
    encoding: 'utf8',
  })
}

function dataImportCronsOf(manifests: string): string {
  return manifests
    .split(/^---\n/m)
    .filter((document) => /^kind: DataImportCron$/m.test(document))
    .join('---\n')
}

function narrate(example: string, stderr: string, outcome: string): string {
  return `\n$ kustomize build ${OPTIONS.join(' ')} ${example}\n${stderr.trimEnd()}\n${outcome}\n`
}
