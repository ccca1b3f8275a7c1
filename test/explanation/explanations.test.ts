import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readFiles } from '../../src/cli/sources/read-input.ts'
import { sameForAll } from '../../src/config/cluster-settings.ts'
import { readConfiguration } from '../../src/config/read-configuration.ts'
import { evaluate } from '../../src/evaluate.ts'
import { type ClusterExplanation, explainClusters } from '../../src/explanation/explain.ts'
import { selectImages } from '../../src/explanation/select-images.ts'
import { printExplanation } from '../../src/formats/explanation/explanation-text.ts'

const FOLDER = 'test/fixtures/explanation'
const NAMES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.replace('.yaml', ''))

// A case is a file of manifests, and what a user reads of it beside it; `vitest -u` writes the latter anew.
describe('what people read', () => {
  test.for(NAMES)('%s', async (name) => {
    const text = printExplanation(explainText(readFileSync(`${FOLDER}/${name}.yaml`, 'utf8')))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal
    expect(text.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/)
    await expect(text).toMatchFileSnapshot(`../../${FOLDER}/${name}.txt`)
  })
})

test('nodes that are counted alike are told together', () => {
  const nodes = Array.from({ length: 2000 }, (_, index) => ({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: `worker-${index}`, labels: { 'node-role.kubernetes.io/worker': '' } },
    status: { nodeInfo: { architecture: index % 3 === 0 ? 'arm64' : 'amd64' } },
  }))
  const hyperConverged = {
    apiVersion: 'hco.kubevirt.io/v1beta1',
    kind: 'HyperConverged',
    metadata: { name: 'kubevirt-hyperconverged' },
    spec: {},
  }
  const clusters = explainText([hyperConverged, ...nodes].map((item) => JSON.stringify(item)).join('\n'))
  expect(clusters[0]?.nodes?.groups.map(({ architecture, names }) => [architecture, names.length])).toEqual([
    ['amd64', 1333],
    ['arm64', 667],
  ])
  const text = printExplanation(clusters)
  const words = text.replaceAll(/\s+/g, ' ')
  expect(text).toContain('1333 nodes of amd64 count as places for VMs')
  expect(words).toContain('"worker-1", "worker-2", "worker-4" and 1330 more (hco.yaml:3)')
  expect(text.split('\n').length).toBeLessThan(80)
})

describe('by name', () => {
  const clusters = explainText(readFileSync(`${FOLDER}/heterogeneous.yaml`, 'utf8'))
  test.for([
    ['fedora-image-cron', ['fedora-image-cron']],
    ['fedora-image-cron-arm64', ['fedora-image-cron']],
    ['fedora', ['fedora-image-cron']],
    ['fedora-arm64', ['fedora-image-cron']],
    ['centos-stream10-image-cron', ['centos-stream10-image-cron']],
    ['mainframe', ['mainframe-image-cron']],
    ['rhel9', []],
  ] as const)('%s', ([name, templates]) => {
    const { clusters: selected, missing } = selectImages(clusters, name)
    expect(missing).toBe(false)
    expect(selected.flatMap(({ images }) => images ?? []).map(({ template }) => template)).toEqual(templates)
  })

  test('a virtual machine is told from its admission to its nodes', async () => {
    const machines = explainText(readFileSync(`${FOLDER}/machines.yaml`, 'utf8'))
    const told = ['preferred', 'strange', 'lost', 'blank', 'halted', 'refused', 'small'].map((name) => {
      const { clusters: selected, missing } = selectImages(machines, name)
      expect(missing).toBe(false)
      return printExplanation(selected, { selected: true }).split('\n\n').at(-1)
    })
    await expect(told.join('\n')).toMatchFileSnapshot(`../../${FOLDER}/machines-by-name.txt`)
  })

  test('a name that nothing has', () => {
    expect(selectImages(clusters, 'nothing')).toEqual({ clusters: [], missing: true })
  })

  test('a cluster without a prediction stays', () => {
    const refused = explainText(readFileSync(`${FOLDER}/refused.yaml`, 'utf8'))
    expect(selectImages(refused, 'nothing').missing).toBe(false)
  })
})

function explainText(text: string): readonly ClusterExplanation[] {
  const read = readFiles([{ path: 'hco.yaml', text }])
  if (!read.ok) throw new Error(read.message)
  const { items, texts } = read.manifests
  const configuration = readConfiguration(items.find(({ kind }) => kind === 'GoldenImages')?.value())
  if (!configuration.ok) throw new Error(JSON.stringify(configuration.problems))
  return explainClusters(evaluate(items, sameForAll(configuration.settings), texts))
}
