/** Each cluster is predicted and judged by its own configuration. */
import { expect, test } from 'vitest'
import type { ClusterSettings } from '../../src/config/cluster-settings.ts'
import { readConfiguration } from '../../src/config/read-configuration.ts'
import type { Settings } from '../../src/config/settings.ts'
import { evaluate } from '../../src/evaluate.ts'
import type { JsonObject } from '../../src/json/json.ts'
import { readManifests } from '../../src/resource-list/manifests/read-manifests.ts'
import type { Item } from '../../src/resource-list/resource-list.ts'

function settings(spec: JsonObject): Settings {
  const read = readConfiguration({ apiVersion: 'golden-images.dev/v1alpha1', kind: 'GoldenImages', spec })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.settings
}

/** A template with an untidy annotation, on nodes of one architecture. */
function cluster(folder: string): Item[] {
  const text = `
apiVersion: hco.kubevirt.io/v1beta1
kind: HyperConverged
metadata: {name: kubevirt-hyperconverged, namespace: kubevirt-hyperconverged}
spec:
  featureGates: {enableMultiArchBootImageImport: true}
  dataImportCronTemplates:
  - metadata: {name: own, annotations: {ssp.kubevirt.io/dict.architectures: " amd64,amd64"}}
    spec:
      managedDataSource: own
      schedule: "0 1 * * *"
      template: {spec: {source: {registry: {url: "docker://example.com/own:latest"}}, storage: {resources: {requests: {storage: 1Gi}}}}}
`
  const read = readManifests(text, `${folder}/hco.yaml`)
  if (!read.ok) throw new Error(read.message)
  return read.items
}

const BASE = { commonBootImages: [], architectures: { workload: ['amd64'], controlPlane: ['amd64'] } }

/** The clusters `a` and `b`, each with what its folder says. */
function evaluateBoth(a: JsonObject, b: JsonObject, whole: JsonObject = {}) {
  const items = [...cluster('a'), ...cluster('b')]
  const own = new Map([
    ['a/hco.yaml', settings({ ...BASE, ...a })],
    ['b/hco.yaml', settings({ ...BASE, ...b })],
  ])
  const rest = settings(whole)
  const all: ClusterSettings = { whole: rest, of: ({ source }) => own.get(source.file) ?? rest }
  return evaluate(items, all, new Map())
}

function counted({ findings }: ReturnType<typeof evaluate>, rule: string) {
  return findings
    .filter((finding) => finding.rule === rule && !finding.ignored)
    .map(({ cluster, severity }) => `${cluster} ${severity}`)
    .sort()
}

test('severities', () => {
  const evaluation = evaluateBoth({ rules: { 'duplicate-architecture': 'error' } }, {})
  expect(counted(evaluation, 'duplicate-architecture')).toEqual(['a error', 'b warning'])
  const off = evaluateBoth({ rules: { 'duplicate-architecture': 'off' } }, {})
  expect(counted(off, 'duplicate-architecture')).toEqual(['b warning'])
  expect(off.findOff().map(({ rule, cluster }) => `${rule} ${cluster}`)).toEqual(['duplicate-architecture a'])
})

test('the severity that makes a run fail', () => {
  const [strict, lax] = [{ failOn: 'warning' }, { failOn: 'never' }]
  expect(evaluateBoth(lax, lax, strict).failed).toBe(false)
  expect(evaluateBoth(strict, lax).failed).toBe(true)
  expect(evaluateBoth(lax, strict).failed).toBe(true)
})

test('ignores', () => {
  const ignore = [{ rule: 'duplicate-architecture', reason: 'known' }]
  const evaluation = evaluateBoth({ ignore }, {})
  expect(counted(evaluation, 'duplicate-architecture')).toEqual(['b warning'])
  expect(counted(evaluation, 'ignore-unused')).toEqual([])
  const idle = evaluateBoth(
    { ignore: [{ rule: 'name-taken', reason: 'known' }], rules: { 'ignore-unused': 'error' } },
    {},
  )
  expect(counted(idle, 'ignore-unused')).toEqual(['undefined error'])
})

test('an ignore that several have from one place is used when one of them needs it', () => {
  const [first, second] = [cluster('a'), cluster('b')]
  const needing = settings({ ...BASE, ignore: [{ rule: 'duplicate-architecture', reason: 'known' }] })
  const idle = { ...needing, rules: { 'duplicate-architecture': 'off' } } as const
  const evaluateWith = (one: Settings, other: Settings) =>
    evaluate([...first, ...second], { whole: idle, of: (item) => (item === first[0] ? one : other) }, new Map())
  expect(counted(evaluateWith(idle, needing), 'ignore-unused')).toEqual([])
  expect(counted(evaluateWith(idle, idle), 'ignore-unused')).toEqual(['undefined warning'])
})

test('releases, and what is emitted', () => {
  const old = { hyperconvergedVersion: '1.16', emit: { labels: { team: 'a' } } }
  const { clusters, emission } = evaluateBoth(old, { mode: 'validate' })
  expect(clusters.map(({ release }) => release.version)).toEqual(['1.16', '1.20'])
  expect(emission.emitted.map(({ metadata }) => metadata.labels?.team)).toEqual(['a'])
})
