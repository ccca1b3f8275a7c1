/** The image of the function: what it holds, and that it runs however an orchestrator starts it. */
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import packageFile from '../../package.json' with { type: 'json' }
import { goldenImages, hyperConverged, MULTI_ARCH, NODES, resourceList } from './built-function.ts'
import { BUILT_AS, buildImage, inspectImage, listFiles, removeImage } from './container-image.ts'
import { type ProcessResult, runProcess } from './run-process.ts'
import { CONTAINER_MISSING, nameWith, PROGRAM } from './tools.ts'

const IMAGE = 'localhost/golden-images:inspected'
const LARGEST = 6_000_000

const CLUSTER = [hyperConverged(`{${MULTI_ARCH}}`), ...NODES]
const RENDERED = resourceList(CLUSTER)
const INPUTS: [exitCode: number, input: string][] = [
  [0, RENDERED],
  [1, resourceList([hyperConverged('{}'), ...NODES])],
  [2, resourceList(CLUSTER, goldenImages('{mode: x}'))],
  [3, 'apiVersion: v1\nkind: List\n'],
]

describe.skipIf(CONTAINER_MISSING !== undefined)(nameWith('the image', CONTAINER_MISSING), () => {
  beforeAll(() => buildImage(IMAGE))

  afterAll(() => removeImage(IMAGE))

  test('holds the function, its licence and the user nobody, each readable by everybody', () => {
    expect(listFiles(IMAGE).sort()).toEqual(['r-- LICENSE', 'r-- etc/passwd', 'r-x golden-images-fn'])
  })

  test('says what it is, runs the function, and not as root', () => {
    expect(inspectImage(IMAGE)).toMatchObject({
      Os: 'linux',
      Config: {
        User: '65534:65534',
        Entrypoint: ['/golden-images-fn'],
        Cmd: null,
        Labels: {
          'org.opencontainers.image.title': 'golden-images',
          'org.opencontainers.image.description': packageFile.description,
          'org.opencontainers.image.licenses': packageFile.license,
          'org.opencontainers.image.version': BUILT_AS.VERSION,
          'org.opencontainers.image.revision': BUILT_AS.REVISION,
          'org.opencontainers.image.source': BUILT_AS.SOURCE,
        },
      },
    })
  })

  test('is small', () => {
    expect(inspectImage(IMAGE)).toHaveProperty(
      'Size',
      expect.toSatisfy((size) => size <= LARGEST),
    )
  })

  test.for(INPUTS)('answers as the function of Node does: exit code %i', ([exitCode, input]) => {
    const answer = runProcess(process.execPath, [join(dirname(PROGRAM), 'golden-images-fn.cjs')], { input })
    expect(answer).toMatchObject({ exitCode })
    expect(runImage([], input)).toEqual(answer)
  })

  // As kpt starts it, by name; as kpt --as-current-user and kustomize's as_current_user do; as rootless engines may.
  test.for(['nobody', '12345:54321', '0:0'])('runs as the user %s, and needs nothing', (user) => {
    const options = ['--user', user, '--read-only', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges']
    expect(runImage(options, RENDERED)).toEqual(runImage([], RENDERED))
  })

  test('holds the version that it names', () => {
    expect(runImage([], '', ['--version'])).toMatchObject({ exitCode: 0, stdout: `${BUILT_AS.VERSION}\n` })
  })
})

function runImage(options: readonly string[], input: string, args: readonly string[] = []): ProcessResult {
  return runProcess('docker', ['run', '--rm', '--interactive', '--network', 'none', ...options, IMAGE, ...args], {
    input,
  })
}
