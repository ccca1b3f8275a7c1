/** The function in a container, for orchestrators that start no programs. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildImage, removeImage } from './container-image.ts'
import { runProcess } from './run-process.ts'
import {
  CONTAINER_MISSING,
  EXAMPLES,
  KPT_MISSING,
  KUBECTL_MISSING,
  KUSTOMIZES,
  nameWith,
  orSkip,
  pathWith,
} from './tools.ts'
import { withFolder } from './working-copy.ts'

/** kpt gives a name without a registry a prefix of its own. */
const IMAGE = 'localhost/golden-images:e2e'

const EXAMPLE = join(EXAMPLES, 'plain-kubernetes')
const RENDERED = readFileSync(join(EXAMPLE, 'rendered/plain-kubernetes.yaml'), 'utf8')
const SUMMARY = 'golden-images: no findings; 8 DataImportCrons for amd64, arm64'

beforeAll(() => {
  if (CONTAINER_MISSING === undefined) buildImage(IMAGE)
})

afterAll(() => {
  if (CONTAINER_MISSING === undefined) removeImage(IMAGE)
})

const KUBECTL = CONTAINER_MISSING ?? KUBECTL_MISSING

test.skipIf(KUBECTL !== undefined)(nameWith('kubectl kustomize with a container', KUBECTL), () => {
  const { exitCode, stdout, stderr } = inContainerExample((folder) =>
    runProcess('kubectl', ['kustomize', '--enable-alpha-plugins', folder]),
  )
  expect(exitCode, stderr).toBe(0)
  expect(stdout).toBe(RENDERED)
  expect(stderr).toContain(SUMMARY)
})

for (const { name, missing, folder } of KUSTOMIZES) {
  const reason = CONTAINER_MISSING ?? missing
  test.skipIf(reason !== undefined)(nameWith(`${name} with a container`, reason), (context) => {
    const path = pathWith(orSkip(folder, context.skip))
    const { exitCode, stdout, stderr } = inContainerExample((example) =>
      runProcess('kustomize', ['build', '--enable-alpha-plugins', example], { env: { PATH: path } }),
    )
    expect(exitCode, stderr).toBe(0)
    expect(stdout).toBe(RENDERED)
  })
}

const KPT = CONTAINER_MISSING ?? KPT_MISSING

test.skipIf(KPT !== undefined)(nameWith('kpt with a container', KPT), () => {
  withFolder((folder) => {
    cpSync(join(EXAMPLES, 'kpt-generate'), folder, { recursive: true })
    replaceIn(join(folder, 'Kptfile'), 'exec: golden-images', `image: ${IMAGE}`)
    const generated = join(folder, 'clusters/east/golden-images.generated.yaml')
    const before = readFileSync(generated, 'utf8')
    writeFileSync(generated, '')
    const { exitCode, stderr } = runProcess('kpt', ['fn', 'render', folder, '--image-pull-policy=Never'])
    expect(exitCode, stderr).toBe(0)
    expect(readFileSync(generated, 'utf8')).toBe(before)
  })
})

/** The example, with the function declared as a container instead of a program. */
function inContainerExample<T>(act: (folder: string) => T): T {
  return withFolder((folder) => {
    cpSync(EXAMPLE, folder, { recursive: true })
    replaceIn(join(folder, 'golden-images.yaml'), /exec:\s+path: golden-images/, `container: {image: "${IMAGE}"}`)
    return act(folder)
  })
}

function replaceIn(file: string, found: string | RegExp, replacement: string): void {
  const text = readFileSync(file, 'utf8')
  const replaced = text.replace(found, replacement)
  if (replaced === text) throw new Error(`${file} must hold ${found}`)
  writeFileSync(file, replaced)
}
