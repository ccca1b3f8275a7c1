import { collidingWords } from './colliding-keys.ts'
import { configuration, fill, HEAD, hyperConverged, lines, list, node, template, templates } from './text.ts'

const ARCHITECTURES = 'ssp.kubevirt.io/dict.architectures'
const PATH = 'internal.config.kubernetes.io/path'
const INDEX = 'internal.config.kubernetes.io/index'

function annotated(annotation: string): string {
  const more = `        annotations:\n          ${ARCHITECTURES}: ${annotation}\n`
  return list(hyperConverged(templates(template(0, { more }))), node('a'))
}

function annotations(text: string): string {
  return `    annotations:\n${text}`
}

function withSpec(spec: string): string {
  return list(hyperConverged(templates(template(0, { spec }))), node('a'))
}

function withSize(size: string): string {
  return withSpec('').replace('10Gi', size)
}

function withSchedule(schedule: string): string {
  return withSpec('').replace('"0 */12 * * *"', schedule)
}

function affinity(terms: number, nodes: number): string {
  const requirement = '{matchExpressions: [{key: a, operator: In, values: [b]}]}'
  const path = 'affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms:'
  const text = `\n    workloads:\n      nodePlacement: {${path} [${`${requirement}, `.repeat(terms)}]}}}}`
  return list(hyperConverged(text), Array.from({ length: nodes }, (_, index) => node(`n${index}`)).join(''))
}

const WORDS = collidingWords(8000)
const DEEP = fill('a/', 40_000)

export const DOMAIN_INPUTS: ReadonlyMap<string, () => string> = new Map([
  [
    'templates without anything',
    () => list(hyperConverged(`\n    dataImportCronTemplates:\n${fill('    - {}\n', 400_000)}`), node('a')),
  ],
  ['architectures: commas', () => annotated(fill(','))],
  ['architectures: one over and over', () => annotated(fill('amd64,'))],
  ['architectures: blanks', () => annotated(`"a${fill(' ,')}"`)],
  ['architectures: many', () => annotated(lines((index) => `${index.toString(36)},`))],
  [
    'architectures: of nodes',
    () =>
      list(
        hyperConverged('{}'),
        lines((i) => node('a').replace('amd64', `a${i}`)),
      ),
  ],
  ['architectures that collide', () => annotated(WORDS.join(','))],
  ['labels that collide', () => list(node('a', '', WORDS.map((word) => `      ${word}: ""\n`).join('')))],
  [
    'nodes whose labels collide',
    () =>
      list(
        WORDS.map((word) => node(word, '', `      ${word}: ""\n`))
          .join('')
          .slice(0, 900_000)
          .replace(/- [^-]*$/, ''),
      ),
  ],
  ['fields that collide', () => HEAD + WORDS.map((word) => `${word}: 1\n`).join('')],
  ['kinds that collide', () => list(WORDS.map((word) => `- kind: ${word}\n  apiVersion: a\n  b: c\n`).join(''))],
  [
    'JSON: labels that collide',
    () =>
      `{"apiVersion":"config.kubernetes.io/v1","kind":"ResourceList","items":[{"apiVersion":"v1","kind":"Node","metadata":{"labels":{${WORDS.map((word) => `"${word}":""`).join(',')}}}}]}`,
  ],
  ['quantity: digits', () => withSize(fill('9'))],
  ['quantity: a fraction', () => withSize(`"1.${fill('9')}"`)],
  ['quantity: zeros', () => withSize(`"${fill('0')}1"`)],
  ['quantity: a binary one', () => withSize(`"${fill('9')}Gi"`)],
  ['quantity: an exponent', () => withSize('"1e999999999"')],
  ['quantity: a negative exponent', () => withSize('"1e-999999999"')],
  ['quantity: a long exponent', () => withSize(`"1e${fill('9')}"`)],
  ['quantity: suffixes', () => withSize(`"1${fill('Ki')}"`)],
  ['quantity: blanks', () => withSize(`"${fill(' ')}1"`)],
  ['schedule: stars', () => withSchedule(`"${fill('* ')}"`)],
  ['schedule: ranges', () => withSchedule(`"${fill('1,')} * * * *"`)],
  ['schedule: digits', () => withSchedule(`"${fill('9')} * * * *"`)],
  ['schedule: steps', () => withSchedule(`"*${fill('/1')} * * * *"`)],
  ['schedule: a duration', () => withSchedule(`"@every ${fill('1ns')}"`)],
  ['schedule: digits of a duration', () => withSchedule(`"@every ${fill('0')}1h"`)],
  ['schedule: a fraction of a duration', () => withSchedule(`"@every 1.${fill('9')}h"`)],
  ['schedule: a time zone', () => withSchedule(`"TZ=${fill('A')} * * * * *"`)],
  ['schedule: white space', () => withSchedule(`"${fill('\\u2003')}"`)],
  ['URL: a path', () => withSpec('').replace('docker://example.com/a', `docker://${fill('a/')}`)],
  ['URL: escapes', () => withSpec('').replace('docker://example.com/a', `docker://${fill('%41')}`)],
  ['URL: at signs', () => withSpec('').replace('docker://example.com/a', `docker://a${fill('@a')}`)],
  ['URL: colons', () => withSpec('').replace('docker://example.com/a', `docker://[${fill('a:')}]`)],
  ['URL: digests', () => withSpec('').replace('docker://example.com/a', `docker://a/${fill('@sha256')}`)],
  ['names: a long one', () => list(hyperConverged(templates(template(0).replace('image-0', fill('a')))), node('a'))],
  ['names: of many templates', () => list(hyperConverged(templates(lines((index) => template(index)))), node('a'))],
  ['names: one over and over', () => list(hyperConverged(templates(fill(template(0)))), node('a'))],
  [
    'names: of lines',
    () =>
      list(
        hyperConverged(templates(template(0, { more: `        labels:\n          a: "${fill('\\n')}"\n` }))),
        node('a'),
      ),
  ],
  ['label keys', () => list(node('a', '', `      ${fill('a/')}: ""\n`))],
  ['label values', () => list(node('a', '', `      a: ${fill('a.')}\n`))],
  [
    'many labels',
    () =>
      list(
        node(
          'a',
          '',
          lines((index) => `      l${index}: ""\n`),
        ),
      ),
  ],
  [
    'annotations that are many',
    () => list(hyperConverged('{}', annotations(lines((i) => `      a${i}: ""\n`))), node('a')),
  ],
  [
    'annotations that are long',
    () => list(hyperConverged('{}', annotations(`      hco.kubevirt.io/v1-only-fields: '${fill('[')}'\n`)), node('a')),
  ],
  [
    'feature gates',
    () =>
      list(
        hyperConverged(`\n    featureGates:\n${lines((i) => `    - name: g${i}\n`)}`).replace('v1beta1', 'v1'),
        node('a'),
      ),
  ],
  ['affinity: terms and nodes', () => affinity(2500, 3000)],
  [
    'affinity: values',
    () =>
      list(
        hyperConverged(
          `\n    workloads:\n      nodePlacement:\n        nodeSelector:\n${lines((i) => `          a${i}: b\n`)}`,
        ),
        node('a'),
      ),
  ],
  [
    'paths: deep',
    () =>
      list(
        hyperConverged('{}', annotations(`      ${PATH}: ${DEEP}a.yaml\n`)) +
          hyperConverged('{}', annotations(`      ${PATH}: b/b.yaml\n`)),
        Array.from({ length: 15 }, (_, i) =>
          node(`n${i}`).replace('    labels:', `    annotations:\n      ${PATH}: ${DEEP}c/n.yaml\n    labels:`),
        ).join(''),
      ),
  ],
  [
    'paths: many',
    () => list(lines((i) => hyperConverged('{}', annotations(`      ${PATH}: ${'a/'.repeat(i % 400)}${i}/a.yaml\n`)))),
  ],
  [
    'indexes',
    () =>
      list(
        `${hyperConverged('{}', annotations(`      ${PATH}: a.yaml\n`))}- apiVersion: v1\n  kind: A\n  metadata:\n    annotations:\n      ${PATH}: golden-images.generated.yaml\n      ${INDEX}: "9007199254740991"\n`,
        node('a'),
      ),
  ],
  [
    'configuration: ignores',
    () => list('- a: b\n', configuration(`\n    ignore:\n${fill('    - {rule: name-taken, reason: a}\n')}`)),
  ],
  [
    'configuration: ignores in block style',
    () =>
      list(
        hyperConverged('{}'),
        configuration(`\n    ignore:\n${fill('    - rule: no-node-information\n      reason: a\n')}`),
      ),
  ],
  [
    'configuration: architectures',
    () =>
      list(
        hyperConverged('{}'),
        configuration(`\n    architectures:\n      workload:\n${lines((i) => `      - a${i}\n`)}`),
      ),
  ],
  [
    'configuration: rules',
    () => list('- a: b\n', configuration(`\n    rules:\n${lines((i) => `      a${i}: off\n`)}`)),
  ],
  [
    'configuration: a ConfigMap',
    () =>
      list(
        '- a: b\n',
        `functionConfig:\n  apiVersion: v1\n  kind: ConfigMap\n  data:\n${lines((i) => `    a${i}: b\n`)}`,
      ),
  ],
  [
    'configuration: words of a ConfigMap',
    () =>
      list(
        hyperConverged('{}'),
        `functionConfig:\n  apiVersion: v1\n  kind: ConfigMap\n  data:\n    architectures.workload: ${fill('a,')}\n`,
      ),
  ],
  [
    'configuration: labels',
    () =>
      list(
        hyperConverged('{}') + node('a'),
        configuration(`\n    emit:\n      labels:\n${lines((i) => `        a${i}: b\n`)}`),
      ),
  ],
  [
    'lists in lists',
    () =>
      `${lines((d) => `${' '.repeat(2 * d)}apiVersion: v1\n${' '.repeat(2 * d)}kind: List\n${' '.repeat(2 * d)}items:\n${' '.repeat(2 * d)}-\n`, 60_000)}`,
  ],
  [
    'ResourceLists in items',
    () => list(fill('- apiVersion: config.kubernetes.io/v1\n  kind: ResourceList\n  items: []\n')),
  ],
  [
    'crons that are there',
    () =>
      list(
        hyperConverged('{}') +
          node('a') +
          lines((i) => `- apiVersion: cdi.kubevirt.io/v1beta1\n  kind: DataImportCron\n  metadata:\n    name: a${i}\n`),
      ),
  ],
  [
    'image streams',
    () =>
      list(
        hyperConverged('{}') +
          node('a') +
          lines((i) => `- apiVersion: image.openshift.io/v1\n  kind: ImageStream\n  metadata:\n    name: a${i}\n`),
      ),
  ],
  ['items that mention the generated file', () => list(fill('- a: golden-images.generated.yaml\n'))],
  ['items of flow on one line', () => `${HEAD}items: [${fill(`{a: b},${' '.repeat(100)}`)}]\n`],
])
