/** Inputs that are large in one thing alone. What they hold may be wrong: findings must not cost more than they are worth. */
import { NATIVE, NODE } from '../contender.ts'
import { deployment } from './deployment.ts'
import { hyperConverged, type TemplateOptions } from './hyperconverged.ts'
import { slimNode } from './node.ts'
import { listOf, many } from './resource-list.ts'

/** The function reads 4,000 different keys; some are those of the other fields. */
const MOST_LABELS = 3_900

/** Something of which an input can have many. */
export interface Dimension {
  readonly name: string
  /** The faces of the program that say nothing about such an input. */
  readonly without?: readonly string[]
  /** The commands read each item from a file of its own. */
  readonly files?: true
  /** The text of a ResourceList. */
  readonly text: (count: number) => string
  /** More are refused by a bound. */
  readonly most?: number
}

/** Findings must not end a measurement: it is the work that is measured. */
function configured(fields: string, items: string): string {
  return `${listOf([items])}functionConfig:
  apiVersion: golden-images.dev/v1alpha1
  kind: GoldenImages
  metadata: {name: golden-images}
  spec:
    failOn: never
${fields}`
}

const THREE_NODES = many(3, slimNode)

function withItems(...items: readonly string[]): string {
  return configured('', [THREE_NODES, hyperConverged(1), ...items].join(''))
}

function withTemplates(options: TemplateOptions, fields = ''): (count: number) => string {
  return (count) => configured(fields, THREE_NODES + hyperConverged(count, undefined, options))
}

/** A Node alone with so much text below its status or metadata. */
function nodeWith(index: number, { labels = '', architecture = 'amd64' }): string {
  return `- apiVersion: v1
  kind: Node
  metadata:
    name: node-${index}
    annotations:
      config.kubernetes.io/local-config: "true"
    labels:
      node-role.kubernetes.io/worker: ""
${labels}  status:
    nodeInfo:
      architecture: ${architecture === '' ? '""' : architecture}
`
}

function item(apiVersion: string, kind: string, name: string, rest: string): string {
  return `- apiVersion: ${apiVersion}
  kind: ${kind}
  metadata: {name: ${name}, namespace: kubevirt-os-images}
${rest}`
}

function cronItem(name: string): string {
  return item(
    'cdi.kubevirt.io/v1beta1',
    'DataImportCron',
    name,
    `  spec:
    managedDataSource: ${name}
    schedule: 0 0 * * *
    template: {spec: {source: {registry: {url: "docker://registry.example.com/${name}"}}, storage: {resources: {requests: {storage: 1Gi}}}}}
`,
  )
}

function ignoreEntries(count: number, template: (index: number) => string): string {
  return `    ignore:
${many(count, (index) => `    - {rule: architecture-not-trimmed, template: ${template(index)}, reason: known}\n`)}`
}

const NOT_TRIMMED: TemplateOptions = { architectures: () => '"amd64, arm64"' }
const IN_ONE: TemplateOptions = { architectures: () => 'amd64', dataSource: () => 'shared' }

const FUNCTION = [NATIVE, NODE]

export const DIMENSIONS: readonly Dimension[] = [
  { name: 'items', text: (count) => withItems(many(count, deployment)) },
  { name: 'files', files: true, without: FUNCTION, text: (count) => withItems(many(count, slimNode)) },
  { name: 'templates', text: withTemplates({}) },
  { name: 'Nodes', text: (count) => withItems(many(count, slimNode)) },
  {
    name: 'labels of a Node',
    most: MOST_LABELS,
    text: (count) =>
      withItems(nodeWith(9, { labels: many(count, (index) => `      example.com/label-${index}: "x"\n`) })),
  },
  { name: 'clusters in folders', text: (count) => configured('', many(count, clusterInFolder)) },
  { name: 'clusters by annotation', text: (count) => configured('', many(count, clusterByName)) },
  {
    name: 'clusters that cannot be told',
    without: ['explain'],
    text: (count) =>
      configured(
        '',
        many(count, () => hyperConverged(1)),
      ),
  },
  {
    name: 'Nodes without a cluster',
    text: (count) => configured('', clusterInFolder(0) + clusterInFolder(1) + many(count, slimNode)),
  },
  {
    name: 'findings on Nodes',
    text: (count) => withItems(many(count, (index) => nodeWith(index, { architecture: '' }))),
  },
  { name: 'findings on templates', text: withTemplates(NOT_TRIMMED) },
  {
    name: 'architectures, each of a Node',
    text: (count) => withItems(many(count, (index) => nodeWith(index, { architecture: `made-up-${index}` }))),
  },
  { name: 'architectures in an annotation', text: (count) => annotationOf(count, (index) => `made-up-${index}`) },
  { name: 'one architecture again and again', text: (count) => annotationOf(count, () => 'amd64') },
  { name: 'architectures of Nodes and in an annotation', text: architecturesOfBoth },
  {
    name: 'ignore entries that fit',
    text: (count) =>
      withTemplates(
        NOT_TRIMMED,
        ignoreEntries(count, (index) => `my-image-${index}-cron`),
      )(count),
  },
  {
    name: 'ignore entries that fit nothing',
    text: (count) =>
      withTemplates(
        NOT_TRIMMED,
        ignoreEntries(count, (index) => `gone-${index}`),
      )(count),
  },
  {
    name: 'ignore comments that fit',
    text: withTemplates({ ...NOT_TRIMMED, comment: 'golden-images: ignore[architecture-not-trimmed] known' }),
  },
  {
    name: 'ignore comments that fit nothing',
    text: withTemplates({ comment: 'golden-images: ignore[architecture-not-trimmed] known' }),
  },
  {
    name: 'ignore comments in a block',
    text: (count) => withItems(many(count, () => '  # golden-images: ignore[architecture-not-trimmed] known\n')),
  },
  {
    name: 'kilobytes of a comment',
    text: (count) =>
      withItems(`  # golden-images: ignore[ \n  #${' '.repeat(500 * count)}\n  #${'# '.repeat(250 * count)}\n`),
  },
  { name: 'affinity terms', text: (count) => affinity(count, 20) },
  { name: 'Nodes under 20 affinity terms', text: (count) => affinity(20, count) },
  { name: 'affinity terms, and as many Nodes', text: (count) => affinity(count, count) },
  { name: 'values of an affinity, and as many Nodes', text: affinityValues },
  {
    name: 'DataImportCrons in the input',
    text: (count) => withItems(many(count, (index) => cronItem(`other-${index}`))),
  },
  {
    name: 'names that are taken',
    text: (count) =>
      configured(
        '',
        THREE_NODES + hyperConverged(count) + many(count, (index) => cronItem(`my-image-${index}-cron-amd64`)),
      ),
  },
  { name: 'ImageStreams', text: imageStreams },
  { name: 'CommonBootImages templates, each customised', text: commonBootImages },
  { name: 'templates of one name', text: withTemplates({ name: () => 'same' }) },
  { name: 'templates of one DataSource', text: withTemplates(IN_ONE) },
  {
    name: 'DataImportCrons of one name',
    text: withTemplates({
      name: (index) => (index % 2 === 0 ? `a-${index}-amd64` : `a-${index - 1}`),
      architectures: (index) => (index % 2 === 0 ? undefined : 'amd64'),
    }),
  },
  {
    name: 'templates without metadata',
    text: (count) =>
      configured(
        '',
        THREE_NODES +
          hyperConverged(0).replace(
            '    dataImportCronTemplates:\n',
            `    dataImportCronTemplates:\n${'    - {}\n'.repeat(count)}`,
          ),
      ),
  },
  {
    name: 'templates while the switch is off',
    text: (count) =>
      withTemplates({ architectures: () => undefined })(count).replace(
        'enableMultiArchBootImageImport: true',
        'enableMultiArchBootImageImport: false',
      ),
  },
  { name: 'feature gates', text: featureGates },
  {
    name: 'unknown fields',
    text: (count) =>
      configured(
        '',
        THREE_NODES +
          hyperConverged(1).replace('  spec:\n', `  spec:\n${many(count, (index) => `    unknown${index}: 1\n`)}`),
      ),
  },
  {
    name: 'labels of a template',
    most: MOST_LABELS,
    text: (count) =>
      configured(
        '',
        THREE_NODES +
          hyperConverged(1).replace(
            '        annotations:\n',
            `        labels:\n${many(count, (index) => `          label-${index}: "x"\n`)}        annotations:\n`,
          ),
      ),
  },
  {
    name: 'results that are there already',
    text: (count) =>
      `${withItems()}results:\n${many(count, (index) => `- message: message ${index}\n  severity: info\n`)}`,
  },
  {
    name: 'folders above an item',
    text: (count) =>
      configured(
        '',
        clusterInFolder(0) + clusterInFolder(1) + many(20, (index) => slimNode(index, `${'d/'.repeat(count)}${index}`)),
      ),
  },
]

function clusterInFolder(index: number): string {
  const folder = `clusters/cluster-${index}`
  return hyperConverged(1, folder) + slimNode(0, folder)
}

function clusterByName(index: number): string {
  return hyperConverged(1).replace(
    '  spec:\n',
    `    annotations: {golden-images.dev/cluster: cluster-${index}}\n  spec:\n`,
  )
}

function annotationOf(count: number, architecture: (index: number) => string): string {
  return withTemplates({
    architectures: () => JSON.stringify(Array.from({ length: count }, (_, index) => architecture(index)).join()),
  })(1)
}

function architecturesOfBoth(count: number): string {
  const names = Array.from({ length: count }, (_, index) => `made-up-${index}`)
  const nodes = names.map((architecture, index) => nodeWith(index, { architecture })).join('')
  return configured('', nodes + hyperConverged(1, undefined, { architectures: () => JSON.stringify(names.join()) }))
}

function affinity(terms: number, nodes: number): string {
  const placement = `    workloads:
      nodePlacement:
        affinity:
          nodeAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
              nodeSelectorTerms:
${many(terms, (index) => `              - matchExpressions: [{key: example.com/zone, operator: In, values: [zone-${index}]}]\n`)}`
  const labelled = many(nodes, (index) => nodeWith(index, { labels: `      example.com/zone: other-${index}\n` }))
  return configured('', labelled + hyperConverged(1).replace('  spec:\n', `  spec:\n${placement}`))
}

function affinityValues(count: number): string {
  const values = Array.from({ length: count }, (_, index) => `zone-${index}`)
  return affinity(1, count).replace('[zone-0]', `[${values.join(', ')}]`)
}

function imageStreams(count: number): string {
  const templates = hyperConverged(count, undefined, { source: (index) => `imageStream: stream-${index}` })
  const tags = `  spec: {tags: [{name: latest, importPolicy: {importMode: PreserveOriginal}}]}\n`
  return configured(
    '',
    THREE_NODES +
      templates +
      many(count, (index) => item('image.openshift.io/v1', 'ImageStream', `stream-${index}`, tags)),
  )
}

function commonBootImages(count: number): string {
  const [, templates = ''] = hyperConverged(count).split('    dataImportCronTemplates:\n')
  const common = `- apiVersion: golden-images.dev/v1alpha1
  kind: CommonBootImages
  metadata: {name: common}
  spec:
    dataImportCronTemplates:
${templates}`
  return configured(
    '',
    THREE_NODES +
      common +
      hyperConverged(count, undefined, { source: (index) => `url: docker://registry.example.com/other/${index}` }),
  )
}

function featureGates(count: number): string {
  const gates = `    featureGates:\n${many(count, (index) => `    - {name: gate${index % 2 === 0 ? index : index - 1}, state: Enabled}\n`)}`
  return configured(
    '',
    `${THREE_NODES}- apiVersion: hco.kubevirt.io/v1
  kind: HyperConverged
  metadata: {name: kubevirt-hyperconverged, namespace: kubevirt-hyperconverged}
  spec:
${gates}`,
  )
}
