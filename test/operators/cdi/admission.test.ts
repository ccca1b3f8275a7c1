import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonObject, JsonValue } from '../../../src/json/json.ts'
import { type Admission, admitDataImportCron } from '../../../src/operators/cdi/admission.ts'
import { golden } from '../../kubernetes/golden.ts'
import { messageKind } from './message-kind.ts'

interface GoldenCase {
  cron: JsonObject
  old?: JsonObject
  denied: string | null
}

function cronOf(volume: JsonObject, rest: JsonObject = {}): JsonObject {
  return {
    apiVersion: 'cdi.kubevirt.io/v1beta1',
    kind: 'DataImportCron',
    metadata: { name: 'fedora', namespace: 'images' },
    spec: { schedule: '0 0 * * *', managedDataSource: 'fedora', template: { spec: volume }, ...rest },
  }
}

const source = { registry: { url: 'docker://quay.io/containerdisks/fedora:latest' } }
const storage = (size: JsonValue): JsonObject => ({ resources: { requests: { storage: size } } })

function causeOf(admission: Admission): string {
  return admission.admitted ? 'admitted' : `${admission.cause.kind} ${admission.cause.path}`
}

describe('admission of a DataImportCron', () => {
  test.for(golden<GoldenCase>('operators/cdi/admission.json'))('as CDI answers: $denied', ({ cron, old, denied }) => {
    const admission = admitDataImportCron(cron, old)
    expect(admission.admitted ? null : messageKind(admission.cause.message)).toBe(
      denied === null ? null : messageKind(denied),
    )
  })

  test('a cause says where it is', () => {
    expect(causeOf(admitDataImportCron(cronOf({ source, storage: storage('1M') })))).toBe(
      'size-too-small spec.template.spec.storage.resources.requests.storage',
    )
    expect(causeOf(admitDataImportCron(cronOf({ source, storage: storage('5GB') })))).toBe(
      'cannot-decode spec.template.spec.storage.resources.requests.storage',
    )
    expect(causeOf(admitDataImportCron({ ...cronOf({}), apiVersion: 'cdi.kubevirt.io/v1alpha1' }))).toBe(
      'version-not-served apiVersion',
    )
    const labelled = {
      ...cronOf({ source, storage: storage('5Gi') }),
      metadata: { name: 'a', labels: { 'a.b/c': 'd e' } },
    }
    expect(causeOf(admitDataImportCron(labelled))).toBe('label-invalid metadata.labels["a.b/c"]')
  })

  test('an update compares what Go reads', () => {
    const old = cronOf({ source, storage: storage('5120Mi') })
    const admits = (cron: JsonObject) => causeOf(admitDataImportCron(cron, old))
    expect(admits(cronOf({ source, storage: storage('5Gi') }))).toBe('admitted')
    expect(
      admits(cronOf({ source, storage: { ...storage('5Gi'), accessModes: [], volumeName: '' }, checkpoints: [] })),
    ).toBe('admitted')
    expect(admits(cronOf({ source, storage: { ...storage('5Gi'), storageClassName: '' } }))).toBe('spec-immutable spec')
    expect(admits(cronOf({ source, storage: storage('6Gi') }))).toBe('spec-immutable spec')
    expect(admits(cronOf({ source, storage: storage('5Gi') }, { importsToKeep: 0 }))).toBe('spec-immutable spec')
  })

  test('an update that leaves a bad spec alone is admitted', () => {
    const bad = cronOf({ source, storage: storage('1') }, { schedule: 'never' })
    expect(admitDataImportCron(bad).admitted).toBe(false)
    expect(admitDataImportCron(bad, bad).admitted).toBe(true)
  })

  test('any object has an answer, which does not change the object', () => {
    const value = fc.constantFrom<JsonValue[]>('', 'x', '0 0 * * *', -1, 0, 1.5, true, null, [], {})
    const volume = fc.record(
      { source: value, storage: value, pvc: value, contentType: value, checkpoints: value },
      { requiredKeys: [] },
    )
    const rest = fc.record(
      { schedule: value, managedDataSource: value, importsToKeep: value, garbageCollect: value },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.oneof(volume, fc.constant({ source, storage: storage('5Gi') })), rest, (spec, fields) => {
        const cron = cronOf(spec, fields)
        const before = JSON.stringify(cron)
        const admission = admitDataImportCron(cron)
        expect(admission.admitted || admission.cause.path !== '').toBe(true)
        expect(JSON.stringify(cron)).toBe(before)
      }),
    )
  })
})
