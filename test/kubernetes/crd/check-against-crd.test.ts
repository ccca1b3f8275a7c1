import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonObject, JsonValue } from '../../../src/json/json.ts'
import { checkAgainstCrd } from '../../../src/kubernetes/crd/check-against-crd.ts'

function template(index: number): JsonObject {
  return {
    metadata: { name: `image-${index}`, annotations: { 'ssp.kubevirt.io/dict.architectures': 'amd64' } },
    spec: {
      schedule: '0 1 * * *',
      managedDataSource: `image-${index}`,
      template: {
        spec: {
          source: { registry: { url: 'docker://quay.io/x/y:1' } },
          storage: { resources: { requests: { storage: '5Gi' } } },
        },
      },
    },
  }
}

function hyperConverged(spec: JsonObject): JsonObject {
  return {
    apiVersion: 'hco.kubevirt.io/v1beta1',
    kind: 'HyperConverged',
    metadata: { name: 'kubevirt-hyperconverged' },
    spec,
  }
}

function problemsOf(spec: JsonObject): string[] {
  return checkAgainstCrd('HyperConvergedV1beta1', hyperConverged(spec)).problems.map(
    ({ path, message }) => `${path} ${message}`,
  )
}

describe('the custom resource definitions', () => {
  test('an accepted object is pruned, without its nulls, and the original stays', () => {
    const written = hyperConverged({
      featureGates: { enableMultiArchBootImageImport: true, enableMultiArchCommonBootImageImport: true },
      workloadSources: {},
      dataImportCronTemplates: null,
      workloads: { nodePlacement: { nodeSelector: { a: 'b' }, bogus: {} } },
    })
    const before = JSON.stringify(written)
    const { object, problems } = checkAgainstCrd('HyperConvergedV1beta1', written)
    expect(problems).toEqual([])
    expect(object.spec).toEqual({
      featureGates: { enableMultiArchBootImageImport: true },
      workloads: { nodePlacement: { nodeSelector: { a: 'b' } } },
    })
    expect(JSON.stringify(written)).toBe(before)
  })

  test('what CDI keeps of a template differs from what HCO keeps', () => {
    const withMetadata = {
      schedule: '',
      managedDataSource: 'x',
      template: { metadata: { name: 'x', uid: 'y' }, spec: {} },
    }
    const cron = checkAgainstCrd('DataImportCron', { spec: withMetadata })
    const hco = checkAgainstCrd(
      'HyperConvergedV1beta1',
      hyperConverged({ dataImportCronTemplates: [{ spec: withMetadata }] }),
    )
    expect(cron.object.spec).toMatchObject({ template: { metadata: {} } })
    expect(hco.object.spec).toMatchObject({
      dataImportCronTemplates: [{ spec: { template: { metadata: { name: 'x' } } } }],
    })
    expect(JSON.stringify([cron.object, hco.object])).not.toContain('uid')
  })

  test('problems say where and what', () => {
    expect(problemsOf({ featureGates: [{ name: 'enableMultiArchBootImageImport' }] })).toEqual([
      'spec.featureGates must be an object, not a list',
    ])
    expect(problemsOf({ dataImportCronTemplates: [null, { spec: { managedDataSource: 'x', template: {} } }] })).toEqual(
      [
        'spec.dataImportCronTemplates[0] must be an object, not null',
        'spec.dataImportCronTemplates[1].spec must have `schedule`',
        'spec.dataImportCronTemplates[1].spec.template must have `spec`',
      ],
    )
    expect(problemsOf({ dataImportCronTemplates: [{ metadata: { annotations: { 'a.b/c': 5 } } }] })).toEqual([
      'spec.dataImportCronTemplates[0].metadata.annotations["a.b/c"] must be a string, not a number: quote it',
    ])
    const { problems } = checkAgainstCrd('HyperConvergedV1', {
      metadata: { name: 'foo' },
      spec: {
        featureGates: [{ name: 'x', state: 'enabled' }],
        workloadSources: { enableCommonBootImageImport: 'yes' },
      },
    })
    expect(problems.map(({ path, message }) => `${path} ${message}`)).toEqual([
      'metadata.name must be `kubevirt-hyperconverged`: there is one HyperConverged in a cluster',
      'spec.featureGates[0].state must be `Enabled` or `Disabled`',
      'spec.workloadSources.enableCommonBootImageImport must be a boolean, not a string',
    ])
  })

  test('sizes', () => {
    const sizeProblems = (storage: JsonValue) =>
      checkAgainstCrd('DataImportCron', {
        spec: {
          schedule: '',
          managedDataSource: 'x',
          template: { spec: { storage: { resources: { requests: { storage } } } } },
        },
      }).problems.map(({ path, message }) => `${path} ${message}`)
    const path = 'spec.template.spec.storage.resources.requests.storage'
    for (const size of ['5Gi', '.5Gi', 1_048_576, '1e6', '-1']) expect(sizeProblems(size)).toEqual([])
    expect(sizeProblems(1.5)).toEqual([`${path} must be an integer or a string, not a fraction`])
    for (const size of ['5GB', '', ' 5Gi', '1e1.5'])
      expect(sizeProblems(size)).toEqual([`${path} must be a quantity, as \`30Gi\``])
  })

  test('characters are code points, not halves of them', () => {
    const named = (name: string) => ({
      metadata: { name: 'kubevirt-hyperconverged' },
      spec: { featureGates: [{ name }] },
    })
    const { problems } = checkAgainstCrd('HyperConvergedV1', named('𝕏'.repeat(257)))
    expect(problems.map(({ keyword }) => keyword)).toEqual(['maxLength'])
    expect(checkAgainstCrd('HyperConvergedV1', named('𝕏'.repeat(256))).problems).toEqual([])
  })

  test('members named like those of every object are only members', () => {
    const text =
      '{"spec":{"__proto__":{"polluted":1},"workloads":{"nodePlacement":{"nodeSelector":{"__proto__":"x","constructor":"y"}}}}}'
    const { object, problems } = checkAgainstCrd('HyperConvergedV1beta1', JSON.parse(text))
    expect(problems).toEqual([])
    expect(JSON.stringify(object)).toBe(
      '{"spec":{"workloads":{"nodePlacement":{"nodeSelector":{"__proto__":"x","constructor":"y"}}}}}',
    )
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  test('no nesting is too deep', () => {
    let deep: JsonValue = []
    for (let level = 0; level < 100_000; level++) deep = [deep]
    const problems = problemsOf({ bogus: deep, dataImportCronTemplates: deep })
    expect(problems).toEqual(['spec.dataImportCronTemplates[0] must be an object, not a list'])
  })

  test('ten thousand templates', { timeout: 30_000 }, () => {
    const templates = Array.from({ length: 10_000 }, (_, index) => template(index))
    expect(problemsOf({ dataImportCronTemplates: templates })).toEqual([])
  })

  test('any object has an answer, and pruning twice changes nothing', () => {
    const key = fc.constantFrom(
      'spec',
      'metadata',
      'template',
      'source',
      'registry',
      'url',
      'workloads',
      'nodePlacement',
      '__proto__',
    )
    const { tree } = fc.letrec<{ tree: JsonValue }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom(null, 0, 1.5, '', 'x', true),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
      ),
    }))
    fc.assert(
      fc.property(
        fc.dictionary(key, tree),
        fc.constantFrom('DataImportCron', 'HyperConvergedV1', 'HyperConvergedV1beta1'),
        (object, kind) => {
          const once = checkAgainstCrd(kind, object)
          const twice = checkAgainstCrd(kind, once.object)
          expect(twice.problems).toEqual(once.problems)
          expect(JSON.stringify(twice.object)).toBe(JSON.stringify(once.object))
        },
      ),
    )
  })
})
