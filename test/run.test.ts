import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { run } from '../src/run.ts'

type Yaml = { [key: string]: unknown }

const WIN: Yaml = {
  metadata: { name: 'win2k22-image-cron', annotations: { 'ssp.kubevirt.io/dict.architectures': 'amd64' } },
  spec: {
    managedDataSource: 'win2k22',
    schedule: '0 */12 * * *',
    template: {
      spec: {
        source: { registry: { url: 'docker://registry.example.com/win2k22:latest' } },
        storage: { resources: { requests: { storage: '30Gi' } } },
      },
    },
  },
}
const UNANNOTATED: Yaml = {
  ...WIN,
  metadata: { name: 'no-word' },
  spec: { ...Object(WIN.spec), managedDataSource: 'no-word' },
}

// One architecture is enough for most of what follows.
const QUIET: Yaml = {
  'switch-on-single-architecture': 'off',
  'partial-coverage': 'off',
  'default-image-missing': 'off',
}

function hyperConverged(templates: Yaml[], annotations: Yaml = {}, namespace = 'kubevirt-hyperconverged'): Yaml {
  return {
    apiVersion: 'hco.kubevirt.io/v1beta1',
    kind: 'HyperConverged',
    metadata: { name: 'kubevirt-hyperconverged', namespace, annotations },
    spec: { featureGates: { enableMultiArchBootImageImport: true }, dataImportCronTemplates: templates },
  }
}

function worker(architecture: string, annotations: Yaml = {}): Yaml {
  const labels = { 'node-role.kubernetes.io/worker': '' }
  const metadata = {
    name: `worker-${architecture}`,
    labels,
    annotations: { 'config.kubernetes.io/local-config': 'true', ...annotations },
  }
  return { apiVersion: 'v1', kind: 'Node', metadata, status: { nodeInfo: { architecture } } }
}

function list(items: Yaml[], spec: Yaml = {}): string {
  return stringify({
    apiVersion: 'config.kubernetes.io/v1',
    kind: 'ResourceList',
    items,
    functionConfig: {
      apiVersion: 'golden-images.dev/v1alpha1',
      kind: 'GoldenImages',
      metadata: { name: 'golden-images' },
      spec: { commonBootImages: [], ...spec, rules: { ...QUIET, ...Object(spec.rules) } },
    },
  })
}

const at = (path: string, index = '0') => ({
  'internal.config.kubernetes.io/path': path,
  'internal.config.kubernetes.io/index': index,
})

function names(stdout: string, kind = 'DataImportCron'): string[] {
  return parse(stdout)
    .items.filter((item: Yaml) => item.kind === kind)
    .map(({ metadata }: { metadata: Yaml }) => metadata.name)
}

describe('what is emitted', () => {
  test('comes after the items, which stay as they were written', () => {
    const input = list([hyperConverged([WIN]), worker('amd64')])
    const { exitCode, stdout, stderr } = run(input)
    expect(exitCode).toBe(0)
    expect(stderr).toBe('golden-images: no findings; 1 DataImportCron for amd64\n')
    expect(stdout.startsWith(input.slice(0, input.indexOf('functionConfig')))).toBe(true)
    expect(parse(stdout).items.at(-1)).toEqual({
      apiVersion: 'cdi.kubevirt.io/v1beta1',
      kind: 'DataImportCron',
      metadata: {
        name: 'win2k22-image-cron-amd64',
        namespace: 'kubevirt-os-images',
        labels: {
          'template.kubevirt.io/architecture': 'amd64',
          'cdi.kubevirt.io/storage.import.datasource-name': 'win2k22',
        },
        annotations: {
          'cdi.kubevirt.io/storage.bind.immediate.requested': 'true',
          'golden-images.dev/generated-from': 'kubevirt-hyperconverged/kubevirt-hyperconverged/win2k22-image-cron',
        },
      },
      spec: {
        managedDataSource: 'win2k22-amd64',
        schedule: '0 */12 * * *',
        importsToKeep: 1,
        retentionPolicy: 'None',
        template: {
          spec: {
            source: {
              registry: { url: 'docker://registry.example.com/win2k22:latest', platform: { architecture: 'amd64' } },
            },
            storage: { resources: { requests: { storage: '30Gi' } } },
          },
        },
      },
    })
  })

  test('is the same when it is rendered again, with and without paths', () => {
    for (const annotations of [{}, at('clusters/a/hco.yaml')]) {
      const once = run(list([hyperConverged([WIN], annotations), worker('amd64'), worker('arm64')])).stdout
      expect(run(once).stdout).toBe(once)
    }
  })

  test('lies beside its HyperConverged, at the next free index', () => {
    const other = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'x', annotations: at('a/golden-images.generated.yaml', '3') },
    }
    const { stdout } = run(list([hyperConverged([WIN], at('a/hco.yaml')), worker('amd64'), other]))
    expect(parse(stdout).items.at(-1).metadata.annotations).toMatchObject(at('a/golden-images.generated.yaml', '4'))
  })

  test('is removed when it is no longer generated, and only then', () => {
    const once = parse(run(list([hyperConverged([WIN]), worker('amd64')])).stdout)
    const [before, node, generated] = once.items
    expect(names(run(list([{ ...before, spec: {} }, node, generated])).stdout)).toEqual([])
    // Of another HyperConverged, or of none that is here.
    const foreign = structuredClone(generated)
    foreign.metadata.annotations['golden-images.dev/generated-from'] = 'elsewhere/kubevirt-hyperconverged/x'
    foreign.metadata.name = 'foreign'
    expect(names(run(list([before, node, foreign])).stdout)).toEqual(['foreign', 'win2k22-image-cron-amd64'])
    expect(names(run(list([node, generated])).stdout)).toEqual(['win2k22-image-cron-amd64'])
    // The prediction was not made.
    const refused = { ...before, spec: { dataImportCronTemplates: 5 } }
    expect(names(run(list([refused, node, generated], { failOn: 'never' })).stdout)).toEqual([
      'win2k22-image-cron-amd64',
    ])
  })

  test('stays, with a warning, when its HyperConverged is gone, unless it is pruned', () => {
    const once = parse(run(list([hyperConverged([WIN], at('a/hco.yaml')), worker('amd64')])).stdout)
    const [before, node, generated] = once.items
    const moved = { ...before, metadata: { ...before.metadata, annotations: at('b/hco.yaml') } }
    moved.metadata.namespace = 'renamed'
    generated.metadata.name = 'old'
    const orphans = (stdout: string) =>
      (parse(stdout).results ?? []).filter(({ tags }: { tags: Yaml }) => tags.rule === 'orphaned').length
    const { stdout } = run(list([moved, node, generated]))
    expect(orphans(stdout)).toBe(1)
    expect(names(stdout)).toEqual(['old', 'win2k22-image-cron-amd64'])
    const pruned = run(list([moved, node, generated], { emit: { prune: true } })).stdout
    expect(orphans(pruned)).toBe(0)
    expect(names(pruned)).toEqual(['win2k22-image-cron-amd64'])
    const validated = run(list([moved, node, generated], { mode: 'validate', emit: { prune: true } })).stdout
    expect(orphans(validated)).toBe(1)
    expect(names(validated)).toEqual(['old'])
  })

  test('is known again beside its HyperConverged, whatever that and its cluster were called', () => {
    const cluster = (name: string, folder: string): Yaml[] => {
      const located = hyperConverged([WIN], at(`${folder}/hco.yaml`))
      return [
        { ...located, metadata: { ...Object(located.metadata), namespace: name } },
        worker('amd64', at(`${folder}/n.yaml`)),
      ]
    }
    const once: Yaml[] = parse(run(list([...cluster('x', 'fleet/a'), ...cluster('x', 'fleet/b')])).stdout).items
    const generated = once.filter(({ kind }) => kind === 'DataImportCron')
    expect(generated).toHaveLength(2)
    const moveTo = (folder: (from: string) => string) =>
      generated.map((item) => {
        const metadata = structuredClone(Object(item.metadata))
        const path: string = metadata.annotations['internal.config.kubernetes.io/path']
        metadata.annotations['internal.config.kubernetes.io/path'] = folder(path)
        return { ...item, metadata }
      })
    const cases: [string, Yaml[], (path: string) => string][] = [
      [
        'from another working folder',
        [...cluster('x', 'a'), ...cluster('x', 'b')],
        (path) => path.replace('fleet/', ''),
      ],
      ['renamed', [...cluster('w', 'fleet/a'), ...cluster('z', 'fleet/b')], (path) => path],
      [
        'moved',
        [...cluster('x', 'fleet/c'), ...cluster('x', 'fleet/d')],
        (path) => path.replace('/a/', '/c/').replace('/b/', '/d/'),
      ],
      [
        'exchanged',
        [...cluster('x', 'fleet/a'), ...cluster('x', 'fleet/b')],
        (path) => (path.includes('/a/') ? path.replace('/a/', '/b/') : path.replace('/b/', '/a/')),
      ],
      [
        'below',
        [...cluster('x', 'fleet/c'), ...cluster('x', 'fleet/d')],
        (path) => path.replace('/a/', '/c/images/').replace('/b/', '/d/images/'),
      ],
      ['alone', cluster('w', 'c'), (path) => path.replace('fleet/a/', 'c/').replace('fleet/b/', 'c/old/')],
    ]
    for (const [name, items, folder] of cases) {
      const fresh = run(list(items))
      const { exitCode, stdout } = run(list([...items, ...moveTo(folder)]))
      expect(exitCode, name).toBe(0)
      expect(stdout, name).toBe(fresh.stdout)
    }
  })

  test('takes the place of what an earlier run made, though nothing tells for whom', () => {
    const once = parse(run(list([hyperConverged([WIN]), worker('amd64')])).stdout)
    const [before, node, generated] = once.items
    const renamed = { ...before, metadata: { ...before.metadata, namespace: 'renamed' } }
    const { exitCode, stdout } = run(list([renamed, node, generated]))
    expect(exitCode).toBe(0)
    expect(parse(stdout).results).toBeUndefined()
    expect(parse(stdout).items.at(-1).metadata.annotations['golden-images.dev/generated-from']).toBe(
      'renamed/kubevirt-hyperconverged/win2k22-image-cron',
    )
  })

  test('leaves alone what stands there under its name', () => {
    const item = {
      apiVersion: 'cdi.kubevirt.io/v1beta1',
      kind: 'DataImportCron',
      metadata: { name: 'win2k22-image-cron-amd64', namespace: 'kubevirt-os-images', labels: { by: 'hand' } },
      spec: {},
    }
    const { stdout } = run(list([hyperConverged([WIN]), worker('amd64'), item], { failOn: 'never' }))
    expect(parse(stdout).items.filter(({ kind }: Yaml) => kind === 'DataImportCron')).toEqual([item])
    expect(parse(stdout).results.map(({ tags }: { tags: Yaml }) => tags.rule)).toContain('name-taken')
  })

  test('has none of those whose names clash', () => {
    const spec = { ...Object(WIN.spec), managedDataSource: 'other' }
    const clash = { metadata: { name: 'win2k22-image-cron-amd64' }, spec }
    const { stdout } = run(list([hyperConverged([WIN, clash, UNANNOTATED]), worker('amd64')], { failOn: 'never' }))
    expect(names(stdout)).toEqual(['no-word'])
  })

  test('has the pointers, the labels and the annotations that are asked for, and can be a preview', () => {
    const emit = {
      dataSources: true,
      localConfig: true,
      labels: { team: 'a', 'template.kubevirt.io/architecture': 'ours' },
      annotations: { 'argocd.argoproj.io/sync-options': 'Force=true' },
    }
    const { stdout } = run(list([hyperConverged([WIN]), worker('amd64')], { emit, goldenImagesNamespace: 'images' }))
    const pointer = parse(stdout).items.find(
      ({ kind, metadata }: { kind: string; metadata: Yaml }) => kind === 'DataSource' && metadata.name === 'win2k22',
    )
    expect(pointer).toEqual({
      apiVersion: 'cdi.kubevirt.io/v1beta1',
      kind: 'DataSource',
      metadata: {
        name: 'win2k22',
        namespace: 'images',
        labels: emit.labels,
        annotations: {
          'argocd.argoproj.io/sync-options': 'Force=true',
          'config.kubernetes.io/local-config': 'true',
          // A common template of virtual machines asks for this name whether or not a template does.
          'golden-images.dev/generated-from': 'kubevirt-hyperconverged/kubevirt-hyperconverged/',
        },
      },
      spec: { source: { dataSource: { name: 'win2k22-amd64', namespace: 'images' } } },
    })
    const cron = parse(stdout).items.find(({ kind }: Yaml) => kind === 'DataImportCron')
    expect(cron.metadata.labels).toMatchObject({ team: 'a', 'template.kubevirt.io/architecture': 'amd64' })
  })

  test('is nothing in validate mode, which leaves earlier items as well', () => {
    const once = run(list([hyperConverged([WIN]), worker('amd64')])).stdout
    const again = list(parse(once).items, { mode: 'validate' })
    expect(run(again)).toMatchObject({ exitCode: 0, stdout: again })
  })
})

describe('a failed render', () => {
  test('has the input items and the results alone', () => {
    const input = list([hyperConverged([WIN, UNANNOTATED], at('hco.yaml')), worker('amd64')])
    const { exitCode, stdout, stderr } = run(input)
    expect(exitCode).toBe(1)
    expect(stdout.startsWith(input)).toBe(true)
    expect(parse(stdout).results).toEqual([
      {
        message: expect.stringMatching(/^template "no-word" \(DataSource "no-word"\) must say/),
        severity: 'error',
        resourceRef: {
          apiVersion: 'hco.kubevirt.io/v1beta1',
          kind: 'HyperConverged',
          name: 'kubevirt-hyperconverged',
          namespace: 'kubevirt-hyperconverged',
        },
        field: { path: 'spec.dataImportCronTemplates[1].metadata.annotations' },
        file: { path: 'hco.yaml', index: 0 },
        tags: {
          rule: 'HCOGoldenImageWithNoArchitectureAnnotation',
          template: 'no-word',
          reference: 'https://kubevirt.io/monitoring/runbooks/HCOGoldenImageWithNoArchitectureAnnotation',
        },
      },
    ])
    expect(stderr.split('\n')).toEqual([
      'golden-images: 1 error; 2 DataImportCrons for amd64',
      expect.stringMatching(
        /^error HCOGoldenImageWithNoArchitectureAnnotation hco\.yaml HyperConverged\/kubevirt-hyperconverged `spec\.dataImportCronTemplates\[1\]\.metadata\.annotations`: template "no-word" .* https:\/\/kubevirt\.io\/monitoring\/runbooks\/HCOGoldenImageWithNoArchitectureAnnotation$/,
      ),
      '',
    ])
  })

  test('passes when the finding is known, lighter, off, or nothing fails', () => {
    const rule = 'HCOGoldenImageWithNoArchitectureAnnotation'
    const outcome = (spec: Yaml) => run(list([hyperConverged([UNANNOTATED]), worker('amd64')], spec))
    expect(outcome({})).toMatchObject({ exitCode: 1 })
    expect(outcome({ failOn: 'never' })).toMatchObject({ exitCode: 0 })
    expect(outcome({ rules: { [rule]: 'off' } }).stderr).toBe(
      'golden-images: no findings; 1 DataImportCron for amd64\n',
    )
    expect(outcome({ rules: { [rule]: 'warning' } })).toMatchObject({ exitCode: 0 })
    expect(outcome({ rules: { [rule]: 'warning' }, failOn: 'warning' })).toMatchObject({ exitCode: 1 })
    const ignored = outcome({ ignore: [{ rule, template: 'no-word', reason: 'retired' }] })
    expect(ignored).toMatchObject({ exitCode: 0, stderr: 'golden-images: 1 ignored; 1 DataImportCron for amd64\n' })
    expect(parse(ignored.stdout).results).toBeUndefined()
    expect(outcome({ ignore: [{ rule, template: 'other', reason: 'retired' }] })).toMatchObject({ exitCode: 1 })
  })

  test('replaces the results that came in', () => {
    const input = list([hyperConverged([UNANNOTATED]), worker('amd64')]).replace(
      'items:',
      'results:\n  - message: old\nitems:',
    )
    expect(parse(run(input).stdout).results.map(({ message }: Yaml) => message)).toEqual([
      expect.stringContaining('no-word'),
    ])
    const clean = list([hyperConverged([]), worker('amd64')]).replace('items:', 'results:\n  - message: old\nitems:')
    expect(run(clean).stdout).not.toContain('results')
  })

  test('keeps control characters of the input off the terminal', () => {
    const evil = { ...UNANNOTATED, metadata: { name: 'a\u001b[31m\nerror fake\u202e' } }
    const { stderr } = run(list([hyperConverged([evil]), worker('amd64')]))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]|^error fake/m)
  })
})

describe('several clusters', () => {
  const east = [hyperConverged([WIN], at('east/hco.yaml')), worker('amd64', at('east/nodes/nodes.yaml'))]
  const west = [hyperConverged([WIN, UNANNOTATED], at('west/hco.yaml')), worker('arm64', at('west/nodes.yaml'))]

  test('are told by their directories, and everything names its cluster', () => {
    const { stdout, stderr } = run(list([...east, ...west]))
    expect(stderr).toContain(
      'error HCOGoldenImageWithNoSupportedArchitecture west/hco.yaml HyperConverged/kubevirt-hyperconverged (cluster west) `',
    )
    expect(parse(stdout).results[0].tags.cluster).toBe('west')
    const emitted = parse(run(list([...east, ...west], { failOn: 'never' })).stdout).items.slice(4)
    expect(emitted.map(({ metadata }: { metadata: Yaml }) => metadata.annotations)).toMatchObject([
      { 'golden-images.dev/cluster': 'east', ...at('east/golden-images.generated.yaml', '0') },
      { 'golden-images.dev/cluster': 'west', ...at('west/golden-images.generated.yaml', '0') },
    ])
  })

  test('are rendered again without a change, and without taking from each other', () => {
    const once = run(list([...east, ...west], { failOn: 'never' })).stdout
    expect(run(once).stdout).toBe(once)
  })

  test('an ignore can be for one of them, and one that fits nothing is told', () => {
    const ignore = [
      { rule: 'HCOGoldenImageWithNoSupportedArchitecture', cluster: 'west', reason: 'known' },
      { rule: 'HCOGoldenImageWithNoArchitectureAnnotation', cluster: 'east', reason: 'known' },
    ]
    expect(run(list([...east, ...west], { ignore })).stderr).toMatch(
      /^golden-images: 1 error, 1 warning, 1 ignored; 2 DataImportCrons for amd64, arm64\n/,
    )
  })
})

test('returnItems: none gives no item back', () => {
  const outcome = run(list([hyperConverged([UNANNOTATED]), worker('amd64')], { returnItems: 'none', failOn: 'never' }))
  expect(parse(outcome.stdout)).toMatchObject({ items: [], results: [{ severity: 'error' }] })
})

test('a configuration that can not be used, and an input that is no ResourceList, give nothing on stdout', () => {
  expect(run(list([], { mode: 'x' }))).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: 'golden-images: configuration error: `spec.mode` must be one of "generate", "validate", and is "x"\n',
  })
  expect(run('')).toMatchObject({ exitCode: 3, stdout: '' })
  expect(run('apiVersion: v1\nkind: List\nitems: []\n')).toMatchObject({ exitCode: 3, stdout: '' })
})

test('the architectures of the status count when nothing else is known, and the label of a Node without nodeInfo', () => {
  const status = { nodeInfo: { workloadsArchitectures: ['s390x'], controlPlaneArchitectures: ['s390x'] } }
  expect(run(list([{ ...hyperConverged([]), status }])).stderr).toBe(
    'golden-images: no findings; 0 DataImportCrons for s390x\n',
  )
  const labels = { 'node-role.kubernetes.io/worker': '', 'kubernetes.io/arch': 'arm64' }
  const annotations = { 'config.kubernetes.io/local-config': 'true' }
  const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'n', labels, annotations } }
  expect(run(list([hyperConverged([]), node])).stderr).toBe('golden-images: no findings; 0 DataImportCrons for arm64\n')
  expect(run(list([hyperConverged([]), { ...node, status: { nodeInfo: {} } }])).exitCode).toBe(1)
})
