import { describe, expect, test } from 'vitest'
import { chooseCommonTemplates } from '../../src/cluster/common-templates.ts'
import { chooseInventory } from '../../src/cluster/inventory.ts'
import { readNode } from '../../src/cluster/node.ts'
import { NEWEST_RELEASE } from '../../src/cluster/release.ts'
import { readTemplate } from '../../src/cluster/typed-template.ts'
import { readV1OnlyFields, V1_ONLY_FIELDS } from '../../src/cluster/v1-only-fields.ts'

describe('a Node', () => {
  test.for([
    ['its nodeInfo', { status: { nodeInfo: { architecture: 'arm64' } } }, 'arm64'],
    [
      'its nodeInfo, before the label',
      { metadata: { labels: { 'kubernetes.io/arch': 'amd64' } }, status: { nodeInfo: { architecture: 'arm64' } } },
      'arm64',
    ],
    [
      'the label, without any nodeInfo',
      { metadata: { labels: { 'kubernetes.io/arch': 'amd64' } }, status: {} },
      'amd64',
    ],
    [
      'nothing, with a nodeInfo that does not tell',
      { metadata: { labels: { 'kubernetes.io/arch': 'amd64' } }, status: { nodeInfo: {} } },
      '',
    ],
    ['nothing at all', { metadata: 5, status: 'x' }, ''],
  ] as const)('takes its architecture from %s', ([, node, architecture]) => {
    expect(readNode(JSON.parse(JSON.stringify(node))).architecture).toBe(architecture)
  })

  test('has the name that it had before kustomize gave it a prefix', () => {
    const annotations = { 'internal.config.kubernetes.io/previousNames': 'n,a-n' }
    expect(readNode({ metadata: { name: 'b-a-n', annotations } }).name).toBe('n')
  })
})

describe('the inventory', () => {
  const node = readNode({ metadata: { name: 'n' } })
  const configured = { workload: ['amd64'], controlPlane: [] }

  test('is of the first source that is there', () => {
    const status = { workloadsArchitectures: ['s390x'] }
    expect(chooseInventory([node], configured, status)).toEqual({ source: 'nodes', nodes: [node] })
    expect(chooseInventory([], configured, status)).toEqual({ source: 'configuration', architectures: configured })
    expect(chooseInventory([], undefined, status)).toEqual({
      source: 'status',
      architectures: { workload: ['s390x'], controlPlane: [] },
    })
    expect(chooseInventory([], undefined, {})).toEqual({ source: 'unknown' })
    expect(chooseInventory([], { workload: [], controlPlane: [] }, status).source).toBe('configuration')
  })
})

describe('common templates', () => {
  const nothing = { configured: undefined, item: undefined, status: [] }
  const choose = (written: Partial<Parameters<typeof chooseCommonTemplates>[0]>) =>
    chooseCommonTemplates({ ...nothing, ...written }, { release: NEWEST_RELEASE, patch: undefined }, false)
  const entry = (name: string, status: { [key: string]: string | boolean }) => ({
    metadata: { name, namespace: 'shared', annotations: { 'ssp.kubevirt.io/dict.architectures': 'amd64' } },
    spec: { managedDataSource: name, schedule: '1 2 * * *', template: { spec: {} } },
    status,
  })

  test('of a status have their annotation as it was before the filter, and no namespace', () => {
    const status = [
      entry('a', { commonTemplate: true, originalSupportedArchitectures: 'amd64,arm64' }),
      entry('b', { commonTemplate: true, modified: true }),
      entry('custom', {}),
    ]
    const { source, templates, modified } = choose({ status })
    expect({ source, modified }).toEqual({ source: 'status', modified: ['b'] })
    expect(templates.map(({ metadata }) => metadata)).toEqual([
      { name: 'a', annotations: { 'ssp.kubevirt.io/dict.architectures': 'amd64,arm64' } },
      { name: 'b', annotations: { 'ssp.kubevirt.io/dict.architectures': 'amd64' } },
    ])
  })

  test('are the upstream ones when nothing tells, and none when the configuration says so', () => {
    expect(choose({ status: [entry('custom', {})] })).toMatchObject({ source: 'upstream' })
    expect(choose({ configured: [], item: [] })).toMatchObject({ source: 'configuration', templates: [], modified: [] })
    expect(choose({ item: [] })).toMatchObject({ source: 'item', templates: [], modified: [] })
  })
})

describe('a template, read into types', () => {
  test('loses what Go leaves out, and has canonical quantities', () => {
    const template = {
      metadata: { name: 'a', labels: {}, annotations: { b: '2', a: '1' }, uid: 'x' },
      spec: {
        managedDataSource: 'a',
        schedule: '',
        importsToKeep: 0,
        template: {
          metadata: {},
          spec: {
            source: { registry: { url: 'docker://a/b', platform: {} } },
            storage: { accessModes: [], resources: { requests: { storage: '5120Mi' } } },
            contentType: '',
            finalCheckpoint: false,
            checkpoints: [],
          },
        },
      },
    }
    expect(JSON.stringify(readTemplate(template))).toBe(
      JSON.stringify({
        metadata: { name: 'a', annotations: { a: '1', b: '2' } },
        spec: {
          managedDataSource: 'a',
          schedule: '',
          importsToKeep: 0,
          template: {
            spec: {
              source: { registry: { url: 'docker://a/b', platform: {} } },
              storage: { resources: { requests: { storage: '5Gi' } } },
            },
          },
        },
      }),
    )
  })

  test('an empty claim has resources', () => {
    const template = {
      metadata: {},
      spec: { managedDataSource: '', schedule: '', template: { spec: { storage: {}, pvc: {} } } },
    }
    expect(readTemplate(template).spec?.template.spec).toEqual({ storage: { resources: {} }, pvc: { resources: {} } })
  })
})

describe('the annotation of v1-only fields', () => {
  const read = (text: string) => readV1OnlyFields(new Map([[V1_ONLY_FIELDS, text]]))

  test.for([
    ['', { gates: [] }],
    ['null', { gates: [] }],
    ['{"multiArchEnabled":true,"observability":{}}', { field: true, gates: [] }],
    ['{"MULTIARCHENABLED":false}', { field: false, gates: [] }],
    [
      '{"featureGates":[{"name":"a"},{"Name":"b","state":"Disabled"}]}',
      {
        gates: [
          { name: 'a', enabled: true },
          { name: 'b', enabled: false },
        ],
      },
    ],
  ] as const)('%s', ([text, expected]) => {
    expect(read(text)).toEqual(expected)
  })

  test.for(['{', '[]', '"x"', '{"multiArchEnabled":"true"}', '{"featureGates":{}}', '{"featureGates":[{"name":1}]}'])(
    '%s can not be read',
    (text) => {
      expect(read(text).problem).toBeDefined()
    },
  )
})
