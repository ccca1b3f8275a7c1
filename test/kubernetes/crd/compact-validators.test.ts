import { readdirSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as guards from '../../../src/kubernetes/crd/guards.generated.js'
import * as validators from '../../../src/kubernetes/crd/validators.generated.js'
import { withOneChange } from '../../with-one-change.ts'

const SCHEMAS = 'schemas/crd'
const VOLUME = {
  source: { registry: { url: 'docker://quay.io/a/b:1', platform: { architecture: 'amd64' } } },
  storage: {
    accessModes: ['ReadWriteMany'],
    selector: { matchExpressions: [{ key: 'a', operator: 'In', values: ['b'] }] },
    resources: { requests: { storage: '30Gi', bogus: 5 } },
  },
  checkpoints: [{ current: 'a', previous: 'b' }],
}
const CRON_SPEC = { schedule: '0 1 * * *', managedDataSource: 'a', importsToKeep: 3, template: { spec: VOLUME } }
const TEMPLATES = [{ metadata: { name: 'a', annotations: { a: 'b' } }, spec: CRON_SPEC, bogus: 1 }]
const AFFINITY = {
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'In', values: ['b'] }] }],
    },
    preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: {} }],
  },
}
const PLACEMENT = { nodeSelector: { a: 'b' }, affinity: AFFINITY, tolerations: [{ key: 'a' }] }
const NAMED = { name: 'kubevirt-hyperconverged', namespace: 'kubevirt' }

/** A sound object of each definition; what no definition knows is in it, too, to be pruned. */
const KINDS = [
  {
    schema: 'data-import-cron.schema.json',
    guard: guards.isDataImportCron,
    validate: validators.validateDataImportCron,
    sound: { metadata: { ...NAMED, labels: { a: 'b' }, finalizers: ['c'] }, spec: CRON_SPEC, bogus: {} },
  },
  {
    schema: 'hyperconverged-v1beta1.schema.json',
    guard: guards.isHyperConvergedV1beta1,
    validate: validators.validateHyperConvergedV1beta1,
    sound: {
      metadata: NAMED,
      spec: {
        featureGates: { enableMultiArchBootImageImport: true, bogus: 1 },
        dataImportCronTemplates: TEMPLATES,
        workloads: { nodePlacement: PLACEMENT },
      },
    },
  },
  {
    schema: 'hyperconverged-v1.schema.json',
    guard: guards.isHyperConvergedV1,
    validate: validators.validateHyperConvergedV1,
    sound: {
      metadata: NAMED,
      spec: {
        featureGates: [{ name: 'a', state: 'Enabled' }],
        workloadSources: { dataImportCronTemplates: TEMPLATES },
        deployment: { nodePlacements: { workload: PLACEMENT } },
      },
    },
  },
]

test.for(KINDS)('what Ajv says by $schema, the guard and the validator say', ({ schema, guard, validate, sound }) => {
  const ajv = new Ajv({ allErrors: true, messages: false, removeAdditional: true, allowUnionTypes: true })
  for (const file of readdirSync(SCHEMAS)) ajv.addSchema(JSON.parse(readFileSync(`${SCHEMAS}/${file}`, 'utf8')))
  const expected = ajv.getSchema(schema)
  if (!expected) throw new Error(`no ${schema}`)
  expect(guard(structuredClone(sound))).toBe(true)
  fc.assert(
    fc.property(withOneChange(JSON.stringify(sound)), (object) => {
      const pruned = structuredClone(object)
      const isSound = expected(pruned)
      const checked = structuredClone(object)
      expect(guard(checked)).toBe(isSound)
      // It gets what the guard may have pruned already.
      expect(validate(checked)).toBe(isSound)
      expect(checked).toEqual(pruned)
      const errors = (expected.errors ?? []).map(({ instancePath, keyword, params }) => ({
        instancePath,
        keyword,
        params,
      }))
      expect(validate.errors ?? []).toEqual(errors)
    }),
    { numRuns: 1000 },
  )
})
