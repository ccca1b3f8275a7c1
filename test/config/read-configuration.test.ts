import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { commonBootImagesSchema } from '../../src/cluster/common-boot-images-schema.ts'
import { goldenImagesSchema } from '../../src/config/golden-images-schema.ts'
import { readConfiguration } from '../../src/config/read-configuration.ts'
import type { JsonObject } from '../../src/json/json.ts'

const HEADER = { apiVersion: 'golden-images.dev/v1alpha1', kind: 'GoldenImages' }

function settings(config: JsonObject | undefined) {
  const read = readConfiguration(config)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.settings
}

function problems(config: JsonObject): string[] {
  const read = readConfiguration(config)
  return read.ok ? [] : read.problems.map(({ path, message }) => `${path}: ${message}`)
}

describe('a GoldenImages object', () => {
  test('may be absent, empty, or without a spec', () => {
    const defaults = settings(undefined)
    expect(defaults).toMatchObject({
      mode: 'generate',
      failOn: 'error',
      returnItems: 'all',
      hyperconvergedVersion: undefined,
    })
    expect(settings({})).toEqual(defaults)
    expect(settings({ ...HEADER, metadata: { name: 'x', annotations: {} } })).toEqual(defaults)
    expect(settings({ ...HEADER, spec: null })).toEqual(defaults)
    expect(settings({ ...HEADER, spec: { emit: null, rules: null } })).toEqual(defaults)
  })

  test('sets every field', () => {
    const template = {
      metadata: { name: 'a' },
      spec: {
        managedDataSource: 'a',
        schedule: '',
        template: { spec: { source: { registry: { url: 'docker://a/b' } } } },
      },
    }
    const spec: JsonObject = {
      mode: 'validate',
      failOn: 'never',
      returnItems: 'none',
      hyperconvergedVersion: '1.18',
      goldenImagesNamespace: 'images',
      commonBootImages: [template],
      architectures: { workload: ['amd64'] },
      emit: { dataSources: true, localConfig: true, labels: { a: 'b' }, annotations: { c: 'd' } },
      rules: { 'name-taken': 'off' },
      ignore: [{ rule: 'name-taken', reason: 'known', template: 't', cluster: 'c' }],
    }
    expect(settings({ ...HEADER, spec })).toMatchObject({
      ...spec,
      architectures: { workload: ['amd64'], controlPlane: [] },
    })
  })

  test('an empty inventory is one, none at all is not', () => {
    const inventoryOf = (architectures: JsonObject) => settings({ ...HEADER, spec: { architectures } }).architectures
    expect(inventoryOf({ workload: [], controlPlane: [] })).toEqual({ workload: [], controlPlane: [] })
    expect(inventoryOf({})).toBeUndefined()
  })
})

describe('what can not be used is named, with its path and what is allowed', () => {
  test.for<[string, JsonObject, RegExp]>([
    [
      'a field',
      { ...HEADER, spec: { moed: 'x' } },
      /^spec\.moed: is no known field; did you mean `mode`\? known here: extends, exclude, mode, .*ignore$/,
    ],
    [
      'a nested field',
      { ...HEADER, spec: { emit: { label: {} } } },
      /^spec\.emit\.label: .*did you mean `labels`\? known here: dataSources, prune, localConfig, labels, annotations$/,
    ],
    [
      'a field at the top',
      { ...HEADER, specs: {} },
      /^specs: is no known field; did you mean `spec`\? known here: apiVersion, kind, metadata, spec$/,
    ],
    [
      'a field that is like no other',
      { ...HEADER, spec: { somethingElse: 1 } },
      /^spec\.somethingElse: is no known field; known here: extends, /,
    ],
    [
      'a rule',
      { ...HEADER, spec: { rules: { 'names-takne': 'off' } } },
      /^spec\.rules\.names-takne: is no known rule; the nearest are `name-taken`(, `[a-z-]+`){2}$/,
    ],
    [
      'a severity',
      { ...HEADER, spec: { rules: { 'name-taken': 'fatal' } } },
      /^spec\.rules\.name-taken: must be one of "error", "warning", "info", "off", and is "fatal"$/,
    ],
    [
      'an ignored rule',
      { ...HEADER, spec: { ignore: [{ rule: 'x', reason: 'y' }] } },
      /^spec\.ignore\[0\]\.rule: "x" is no known rule; the nearest are (`[a-z-]+`(, |$)){3}/,
    ],
    [
      'a missing reason',
      { ...HEADER, spec: { ignore: [{ rule: 'name-taken' }] } },
      /^spec\.ignore\[0\]\.reason: must be a string, and is missing$/,
    ],
    [
      'a blank reason',
      { ...HEADER, spec: { ignore: [{ rule: 'name-taken', reason: ' ' }] } },
      /^spec\.ignore\[0\]\.reason: must not be empty$/,
    ],
    ['a kind', { ...HEADER, kind: 'GoldenImage' }, /^kind: must be "GoldenImages", and is "GoldenImage"$/],
    ['a version', { ...HEADER, apiVersion: 'v1' }, /^apiVersion: must be "golden-images.dev\/v1alpha1", and is "v1"$/],
    [
      'a mode',
      { ...HEADER, spec: { mode: 'Validate' } },
      /^spec\.mode: must be one of "generate", "validate", and is "Validate"$/,
    ],
    [
      'a type',
      { ...HEADER, spec: { emit: { dataSources: 'yes' } } },
      /^spec\.emit\.dataSources: must be a boolean, and is "yes"$/,
    ],
    [
      'something to extend, in what came without a file',
      { ...HEADER, spec: { extends: '../golden-images.yaml' } },
      /^spec\.extends: can be followed in a file alone/,
    ],
    ['a spec', { ...HEADER, spec: [] }, /^spec: must be an object, and is a list$/],
    [
      'an unquoted release',
      { ...HEADER, spec: { hyperconvergedVersion: 1.2 } },
      /^spec\.hyperconvergedVersion: must be a string.*1\.20 becomes 1\.2.*known: 1\.6, .*1\.20, 4\.10, .*4\.23, 5\.0$/,
    ],
    [
      'a release',
      { ...HEADER, spec: { hyperconvergedVersion: '1.2' } },
      /^spec\.hyperconvergedVersion: must be one of "1\.6".*and is "1\.2"$/,
    ],
    [
      'a common template',
      { ...HEADER, spec: { commonBootImages: [{ metadata: { name: 'a' }, spec: { schedule: 5 } }] } },
      /^spec\.commonBootImages\[0\]\.spec/,
    ],
    [
      'a common template without a name',
      { ...HEADER, spec: { commonBootImages: [{ metadata: {} }] } },
      /^spec\.commonBootImages\[0\]\.metadata\.name: must have a name$/,
    ],
    [
      'another prototype',
      JSON.parse('{"apiVersion":"golden-images.dev/v1alpha1","kind":"GoldenImages","spec":{"__proto__":{"mode":"x"}}}'),
      /^spec\.__proto__: is no known field/,
    ],
  ])('%s', ([, config, expected]) => {
    expect(problems(config)[0]).toMatch(expected)
  })
})

describe('a ConfigMap', () => {
  const configMap = (data: JsonObject): JsonObject => ({ apiVersion: 'v1', kind: 'ConfigMap', data })

  test('sets by dotted name what is a scalar or a list of words', () => {
    const data = {
      mode: 'validate',
      failOn: 'warning',
      hyperconvergedVersion: '1.20',
      'emit.localConfig': 'true',
      'emit.dataSources': 'false',
      'architectures.workload': 'amd64, arm64',
      'architectures.controlPlane': '',
      'rules.HCOMultiArchGoldenImagesDisabled': 'warning',
    }
    expect(settings(configMap(data))).toMatchObject({
      mode: 'validate',
      failOn: 'warning',
      emit: { localConfig: true, dataSources: false },
      architectures: { workload: ['amd64', 'arm64'], controlPlane: [] },
      rules: { HCOMultiArchGoldenImagesDisabled: 'warning' },
    })
    expect(settings({ apiVersion: 'v1', kind: 'ConfigMap' })).toEqual(settings(undefined))
  })

  test.for<[string, JsonObject, RegExp]>([
    ['a field', { mod: 'x' }, /^data\.mod: is no field that a ConfigMap can hold; known: mode, .*rules\.<rule id>$/],
    ['a rule', { 'rules.x': 'off' }, /^data\.rules\.x: /],
    ['a value', { mode: 'x' }, /^data\.mode: must be one of "generate", "validate", and is "x"$/],
    ['a boolean', { 'emit.localConfig': 'yes' }, /^data\.emit\.localConfig: must be a boolean, and is "yes"$/],
    ['a number', { mode: 1 }, /^data\.mode: must be a string/],
  ])('%s that can not be used is named', ([, data, expected]) => {
    expect(problems(configMap(data))[0]).toMatch(expected)
  })
})

describe('the published JSON Schemas', () => {
  test.for([
    ['golden-images', goldenImagesSchema],
    ['common-boot-images', commonBootImagesSchema],
  ] as const)('%s is what `npm run generate` writes, and a schema', ([name, schema]) => {
    const { $id, ...published } = JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8'))
    expect($id).toContain(name)
    expect(published).toEqual(z.toJSONSchema(schema, { io: 'input' }))
    const validate = new Ajv2020().compile(published)
    expect(validate({ ...HEADER, spec: { mode: 'nonsense' } })).toBe(false)
    expect(name !== 'golden-images' || validate({ ...HEADER, spec: { mode: 'validate' } })).toBe(true)
  })
})
