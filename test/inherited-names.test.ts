/** In every map that users write, a key can have the name of what JavaScript's objects inherit: it is a key like any other. */
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { isJsonObject, type JsonValue, valueAt } from '../src/json/json.ts'
import { run } from '../src/run.ts'

const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'isPrototypeOf']

/** The ways in which a list can be written: each has a reader of its own. */
const WAYS: { readonly [name: string]: (json: string) => string } = {
  JSON: (json) => json,
  'block style': (json) => stringify(parse(json)),
  'flow style': (json) => `# a comment\n${json}`,
  'block style that only the full parser takes': (json) => stringify(parse(json)).replace(/^/, '%YAML 1.2\n---\n'),
}

/** `KEY` stands for the name: an object literal would not take it for a member. */
function write(list: object, name: string): string {
  return JSON.stringify(list).replaceAll('KEY', name)
}

function list(functionConfig: object, items: readonly object[] = []): object {
  return { apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList', items, functionConfig }
}

function configuration(spec: object): object {
  return { apiVersion: 'golden-images.dev/v1alpha1', kind: 'GoldenImages', spec }
}

const REFUSED: { readonly [place: string]: object } = {
  'spec.rules.KEY': configuration({ rules: { KEY: 'off' } }),
  'spec.KEY': configuration({ KEY: {} }),
  'spec.emit.KEY': configuration({ emit: { KEY: {} } }),
  'spec.architectures.KEY': configuration({ architectures: { KEY: [] } }),
  'spec.ignore[0].KEY': configuration({ ignore: [{ rule: 'name-taken', reason: 'x', KEY: 'x' }] }),
  'spec.ignore[0].rule': configuration({ ignore: [{ rule: 'KEY', reason: 'x' }] }),
  'spec.mode': configuration({ mode: 'KEY' }),
  'spec.hyperconvergedVersion': configuration({ hyperconvergedVersion: 'KEY' }),
  'spec.rules.name-taken': configuration({ rules: { 'name-taken': 'KEY' } }),
  'spec.emit.labels.KEY': configuration({ emit: { labels: { KEY: { a: 'b' } } } }),
  'spec.emit.annotations.KEY': configuration({ emit: { annotations: { KEY: 1 } } }),
  KEY: { ...configuration({}), KEY: { a: 'b' } },
  'data.KEY': { apiVersion: 'v1', kind: 'ConfigMap', data: { KEY: 'x' } },
  'data.rules.KEY': { apiVersion: 'v1', kind: 'ConfigMap', data: { 'rules.KEY': 'off' } },
  'data.KEY.polluted': { apiVersion: 'v1', kind: 'ConfigMap', data: { 'KEY.polluted': 'x' } },
  'data.emit.KEY': { apiVersion: 'v1', kind: 'ConfigMap', data: { 'emit.KEY': 'x' } },
}

describe.for(NAMES)('%s', (name) => {
  describe.for(Object.entries(WAYS))('in %s', ([, way]) => {
    test.for(Object.entries(REFUSED))('a configuration can not have %s', ([place, config]) => {
      const { exitCode, stdout, stderr } = run(way(write(list(config), name)))
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
      expect(stderr).toContain(`golden-images: configuration error: \`${place.replace('KEY', name)}\` `)
      expect(valueAt(JSON.parse('{}'), 'polluted')).toBeUndefined()
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    })

    test('keeps labels and annotations, wherever they come from', () => {
      // The API server takes no key that begins with "_", which is a finding; everything is emitted all the same.
      const config = configuration({
        failOn: 'never',
        emit: { labels: { KEY: 'emitted' }, annotations: { KEY: 'emitted' } },
      })
      const { exitCode, stdout, stderr } = run(way(write(list(config, ITEMS), name)))
      expect({ exitCode, stderr }).toMatchObject({ exitCode: 0, stderr: expect.stringMatching(/; 2 DataImportCrons/) })
      const output: JsonValue = parse(stdout)
      const items = valueAt(output, 'items')
      const [hyperConverged, , first, second] = Array.isArray(items) ? items : []
      expect(memberOf(hyperConverged, ['metadata', 'labels'], name)).toBe('own')
      // What the operators write stands; the first template has no label.
      expect(memberOf(first, ['metadata', 'annotations'], name)).toBe('of-the-template')
      expect(memberOf(first, ['metadata', 'labels'], name)).toBe('emitted')
      expect(memberOf(second, ['metadata', 'labels'], name)).toBe('of-the-template')
    })

    test('a node selector and a label of a node match by it', () => {
      const placed = JSON.parse(JSON.stringify(ITEMS[0]).replace('"spec":{', `"spec":{"workloads":${PLACEMENT},`))
      const matching = run(way(write(list(configuration({}), [placed, ITEMS[1] ?? {}]), name)))
      expect(matching.stderr).toContain('; 2 DataImportCrons for amd64')
      const other = write(list(configuration({}), [placed, ITEMS[1] ?? {}]), name).replace('"of-the-node"', '"other"')
      expect(run(way(other)).stderr).toContain('; 0 DataImportCrons')
    })

    test('a field of that name is unknown to the API server', () => {
      const template = JSON.stringify(ITEMS[0]).replace('"spec":{"schedule"', '"spec":{"KEY":{"a":"b"},"schedule"')
      const { stderr } = run(way(write(list(configuration({}), [JSON.parse(template), ITEMS[1] ?? {}]), name)))
      expect(stderr).toContain(`does not know the field "${name}" here`)
    })
  })
})

const PLACEMENT = '{"nodePlacement":{"nodeSelector":{"KEY":"of-the-node"}}}'

function template(name: string, labels: object): object {
  return {
    metadata: { name, labels, annotations: { 'ssp.kubevirt.io/dict.architectures': 'amd64', KEY: 'of-the-template' } },
    spec: {
      schedule: '0 1 * * *',
      managedDataSource: name,
      template: {
        spec: {
          source: { registry: { url: 'docker://registry.example.com/x' } },
          storage: { resources: { requests: { storage: '1Gi' } } },
        },
      },
    },
  }
}

const ITEMS = [
  {
    apiVersion: 'hco.kubevirt.io/v1beta1',
    kind: 'HyperConverged',
    metadata: {
      name: 'kubevirt-hyperconverged',
      namespace: 'kubevirt-hyperconverged',
      labels: { KEY: 'own' },
      annotations: { KEY: 'own' },
    },
    spec: {
      featureGates: { enableMultiArchBootImageImport: true },
      enableCommonBootImageImport: false,
      dataImportCronTemplates: [template('a', {}), template('b', { KEY: 'of-the-template' })],
    },
  },
  {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name: 'n',
      labels: { 'node-role.kubernetes.io/worker': '', KEY: 'of-the-node' },
      annotations: { 'config.kubernetes.io/local-config': 'true' },
    },
    status: { nodeInfo: { architecture: 'amd64' } },
  },
]

function memberOf(item: JsonValue | undefined, path: readonly string[], name: string): JsonValue | undefined {
  const map = valueAt(item, ...path)
  return isJsonObject(map) && Object.hasOwn(map, name) ? map[name] : undefined
}
