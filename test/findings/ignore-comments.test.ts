import { describe, expect, test } from 'vitest'
import { findIgnoreComments } from '../../src/findings/ignore-comments.ts'
import { run } from '../../src/run.ts'

const LIST = `apiVersion: config.kubernetes.io/v1
kind: ResourceList
items:
- apiVersion: hco.kubevirt.io/v1beta1
  kind: HyperConverged
  metadata: {name: kubevirt-hyperconverged, namespace: kubevirt-hyperconverged}
  spec:
    dataImportCronTemplates:
    - metadata: {name: a}
      spec:
        managedDataSource: a
        schedule: ""
        template: {spec: {source: {registry: {url: "docker://a/b"}}, storage: {resources: {requests: {storage: 5Gi}}}}}
functionConfig:
  apiVersion: golden-images.dev/v1alpha1
  kind: GoldenImages
  spec: {architectures: {workload: [amd64]}, commonBootImages: [], failOn: warning}
`

const summary = (text: string) => run(text).stderr.split('\n')[0]

describe('a comment that ignores', () => {
  test('stands at the line, or alone above it', () => {
    expect(run(LIST)).toMatchObject({ exitCode: 1 })
    const at = LIST.replace('schedule: ""', 'schedule: "" # golden-images: ignore[schedule-empty] by hand')
    expect(run(at)).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('by hand') })
    expect(summary(at)).toBe('golden-images: 1 ignored; 1 DataImportCron for amd64')
    const above = LIST.replace(
      '        schedule: ""',
      '        # golden-images: ignore[schedule-empty] by hand\n\n        # more\n        schedule: ""',
    )
    expect(summary(above)).toBe('golden-images: 1 ignored; 1 DataImportCron for amd64')
    expect(summary(at.replaceAll('\n', '\r\n'))).toBe('golden-images: 1 ignored; 1 DataImportCron for amd64')
  })

  test('does not count elsewhere, for another rule, or without a reason', () => {
    const elsewhere = LIST.replace(
      'managedDataSource: a',
      'managedDataSource: a # golden-images: ignore[schedule-empty] by hand',
    )
    expect(summary(elsewhere)).toBe('golden-images: 2 warnings; 1 DataImportCron for amd64')
    const other = LIST.replace('schedule: ""', 'schedule: "" # golden-images: ignore[digest-pinned-url] by hand')
    expect(summary(other)).toBe('golden-images: 2 warnings; 1 DataImportCron for amd64')
    const silent = LIST.replace('schedule: ""', 'schedule: "" # golden-images: ignore[schedule-empty]  ')
    expect(run(silent).stderr).toContain('with a reason for ignoring "schedule-empty"')
  })

  test('is told from what is no comment', () => {
    expect(findIgnoreComments('f', 'a: x# golden-images: ignore[r] no blank before\n')).toEqual([])
    expect(findIgnoreComments('f', 'a: 1 #golden-images: ignore[r]   why  \n')).toEqual([
      { rule: 'r', reason: 'why', file: 'f', line: 1, column: 6, endColumn: 37, forLine: 1 },
    ])
  })
})
