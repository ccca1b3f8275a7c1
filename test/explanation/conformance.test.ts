import { describe, expect, test } from 'vitest'
import { sameForAll } from '../../src/config/cluster-settings.ts'
import { readConfiguration } from '../../src/config/read-configuration.ts'
import { evaluate } from '../../src/evaluate.ts'
import { type ClusterExplanation, explainClusters } from '../../src/explanation/explain.ts'
import type { Recorded } from '../../src/explanation/recorded.ts'
import { printExplanation } from '../../src/formats/explanation/explanation-text.ts'
import { numberAt, objectAt, stringAt, valueAt } from '../../src/json/json.ts'
import { quantityBytes } from '../../src/kubernetes/quantity.ts'
import { readManifests } from '../../src/resource-list/manifests/read-manifests.ts'
import { asSet, type ConformanceCase, readCases } from '../conformance-case.ts'

// Every recorded answer of the operators, held whole against what `explain --format json` prints of the same input.
describe.for(['named', 'operators', 'releases', 'placement'] as const)('explained as recorded: %s', (file) => {
  test.for(readCases(file).map((one) => [one.id, one] as const))('%s', ([, { input, expected }]) => {
    const explanation = explainCase(input)
    const { accepted, nodeInfo } = expected
    const wanted = file === 'placement' && accepted ? { accepted, nodeInfo } : comparable(expected)
    const keys = file === 'placement' && accepted ? ['accepted', 'nodeInfo'] : KEYS
    expect(only(comparable(explanation), keys)).toEqual(wanted)
    if (expected.dataImportCrons) expect(explanation.storage?.bytes).toBe(sumStorage(expected))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal
    expect(printExplanation([explanation]).replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/)
  })
})

const KEYS = [
  'accepted',
  'rejections',
  'multiArch',
  'nodeInfo',
  'templates',
  'alerts',
  'ssp',
  'dataImportCrons',
  'dataSources',
  'nameClashes',
  'nondeterministic',
  'admission',
]

function explainCase({ hyperConverged, nodes, ...input }: ConformanceCase['input']): ClusterExplanation {
  const spec = {
    goldenImagesNamespace: input.goldenImagesNamespace ?? 'kubevirt-os-images',
    hyperconvergedVersion: input.hyperconvergedVersion,
    commonBootImages: input.commonTemplates,
    architectures: nodes.length === 0 ? { workload: [], controlPlane: [] } : undefined,
  }
  const read = readManifests([hyperConverged, ...nodes].map((item) => JSON.stringify(item)).join('\n'), '')
  if (!read.ok) throw new Error(read.message)
  const kind = { apiVersion: 'golden-images.dev/v1alpha1', kind: 'GoldenImages' }
  const configuration = readConfiguration(JSON.parse(JSON.stringify({ ...kind, spec })))
  if (!configuration.ok) throw new Error(JSON.stringify(configuration.problems))
  const printed = explainClusters(evaluate(read.items, sameForAll(configuration.settings), new Map()))
  // As a reader of the JSON gets it.
  const [only]: ClusterExplanation[] = JSON.parse(JSON.stringify(printed))
  if (!only) throw new Error('there must be one cluster')
  return only
}

/** The recorded DataImportCrons' own sizes and numbers; one without a size is not in the sum. */
function sumStorage({ dataImportCrons = [], admission = [] }: ConformanceCase['expected']): string {
  const sum = dataImportCrons.reduce((total, cron) => {
    const name = stringAt(cron, 'metadata', 'name')
    const namespace = stringAt(cron, 'metadata', 'namespace')
    const made = admission.find((one) => one.name === name && one.namespace === namespace)?.admitted
    const volume = objectAt(cron, 'spec', 'template', 'spec')
    const size = valueAt(volume, volume?.storage ? 'storage' : 'pvc', 'resources', 'requests', 'storage')
    const bytes = typeof size === 'string' || typeof size === 'number' ? quantityBytes(size) : undefined
    const kept = numberAt(cron, 'spec', 'importsToKeep') ?? 3
    return made && bytes ? total + bytes * BigInt(kept) : total
  }, 0n)
  return String(sum)
}

/** Sets as sets; of words that nobody compares only that they are there. */
function comparable(record: Omit<Recorded, 'nodeInfo'> & { nodeInfo?: unknown }): { [key: string]: unknown } {
  const { ssp, rejections, alerts, dataImportCrons, dataSources, admission } = record
  const refused = ssp && !ssp.accepted
  return {
    ...record,
    ...(rejections && { rejections: rejections.length > 0 }),
    ...(alerts && { alerts: asSet(alerts) }),
    ...(ssp && {
      ssp: refused ? { accepted: false, message: ssp.message } : { ...ssp, error: ssp.error !== undefined },
    }),
    ...(dataImportCrons && { dataImportCrons: asSet(dataImportCrons) }),
    ...(dataSources && { dataSources: asSet(dataSources) }),
    ...(admission && { admission: asSet(admission.map((one) => ({ ...one, message: one.message !== undefined }))) }),
  }
}

function only(record: { [key: string]: unknown }, keys: readonly string[]): { [key: string]: unknown } {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.includes(key)))
}
