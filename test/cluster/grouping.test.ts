import { describe, expect, test } from 'vitest'
import { type Grouping, groupByCluster } from '../../src/cluster/grouping.ts'
import { stringAt } from '../../src/json/json.ts'
import type { Item } from '../../src/resource-list/read-resource-list.ts'
import { itemsOf } from '../resource-list/items-of.ts'

function items(kind: string, ...annotations: { [key: string]: string }[]): readonly Item[] {
  const values = annotations.map((one, index) => ({
    apiVersion: 'v1',
    kind,
    metadata: { name: `${kind}-${index}`, annotations: one },
  }))
  return itemsOf(values)
}

const path = (value: string) => ({ 'internal.config.kubernetes.io/path': value })
const legacyPath = (value: string) => ({ 'config.kubernetes.io/path': value })
const cluster = (value: string) => ({ 'golden-images.dev/cluster': value })

const nameOf = (item: Item) => stringAt(item.value(), 'metadata', 'name')

function outline({ clusters, ambiguous, strayNodes }: Grouping) {
  return {
    ...(strayNodes.length > 0 && { stray: strayNodes.map((nodes) => nodes.map(nameOf)) }),
    clusters: Object.fromEntries(
      clusters.map(({ name, nodes }) => [name, nodes.map(({ writtenName }) => writtenName)]),
    ),
    ambiguous: ambiguous.map(({ items: group, reason }) => `${group.map(nameOf).join(', ')}: ${reason}`),
  }
}

const NOTHING = { nodes: [], commonBootImages: [], imageStreams: [], machines: [], requisites: [] }

const group = (hyperConverged: readonly Item[], nodes: readonly Item[]) =>
  outline(groupByCluster({ ...NOTHING, hyperConverged, nodes }))

describe('one HyperConverged', () => {
  test('has those that lie beside it or below it, and nobody else has the others', () => {
    const hyperConverged = items('HC', path('fleet/a/hco.yaml'))
    const nodes = items(
      'Node',
      path('fleet/a/n.yaml'),
      path('fleet/b/n.yaml'),
      path('fleet/a/more/n.yaml'),
      path('fleet/b/m.yaml'),
      path('fleet/n.yaml'),
      { ...path('fleet/c/n.yaml'), ...cluster('fleet/a') },
      cluster('west'),
      {},
    )
    expect(group(hyperConverged, nodes)).toEqual({
      clusters: { 'fleet/a': ['Node-0', 'Node-2', 'Node-5', 'Node-7'] },
      stray: [['Node-1', 'Node-3'], ['Node-4'], ['Node-6']],
      ambiguous: [],
    })
  })

  test('has every Node when none is beside it or below it', () => {
    expect(group(items('HC', path('a/hco.yaml')), items('Node', {}, path('b/n.yaml'), cluster('c')))).toEqual({
      clusters: { a: ['Node-0', 'Node-1', 'Node-2'] },
      ambiguous: [],
    })
  })

  test('none has none, and nothing is ambiguous', () => {
    expect(group([], items('Node', {}))).toEqual({ clusters: {}, ambiguous: [] })
  })
})

describe('several HyperConvergeds', () => {
  test('have the Nodes of the nearest enclosing directory', () => {
    const hyperConverged = items('HC', path('hco.yaml'), path('edge/hco.yaml'), legacyPath('edge/north/hco.yaml'))
    const nodes = items(
      'Node',
      path('nodes.yaml'),
      path('edge/deep/er/n.yaml'),
      legacyPath('edge/north/n.yaml'),
      path('edges/n.yaml'),
    )
    expect(group(hyperConverged, nodes)).toEqual({
      clusters: { '.': ['Node-0', 'Node-3'], edge: ['Node-1'], 'edge/north': ['Node-2'] },
      ambiguous: [],
    })
  })

  test('have the Nodes whose annotation says so, before any path', () => {
    const hyperConverged = items(
      'HC',
      { ...cluster('a'), ...path('x/hco.yaml') },
      { ...cluster('b'), ...path('y/hco.yaml') },
    )
    const nodes = items('Node', { ...cluster('b'), ...path('x/n.yaml') }, path('y/n.yaml'))
    expect(group(hyperConverged, nodes)).toEqual({ clusters: { a: [], b: ['Node-0', 'Node-1'] }, ambiguous: [] })
  })

  test('may lie at absolute paths', () => {
    const hyperConverged = items('HC', path('/all/hco.yaml'), path('/all/edge/hco.yaml'))
    const nodes = items('Node', path('/all/n.yaml'), path('/all/edge/deep/n.yaml'), path('edge/n.yaml'))
    expect(group(hyperConverged, nodes)).toEqual({
      clusters: { '/all': ['Node-0'], '/all/edge': ['Node-1'] },
      stray: [['Node-2']],
      ambiguous: [],
    })
  })

  test('what stays ambiguous is named, with the reason', () => {
    const hyperConverged = items('HC', path('a/hco.yaml'), path('b/hco.yaml'))
    const nodes = items('Node', {}, path('c/n.yaml'), cluster('d'))
    expect(group(hyperConverged, nodes).ambiguous).toEqual([
      'Node-0: there are several HyperConvergeds, and nothing says to which it belongs',
      'Node-1: no HyperConverged lies in the directory "c" or one above it',
      'Node-2: it names the cluster "d", and no HyperConverged belongs to that',
    ])
  })

  test('what one directory has is told at once', () => {
    const hyperConverged = items('HC', path('a/hco.yaml'), path('b/hco.yaml'))
    const nodes = items('Node', path('c/n.yaml'), path('d/n.yaml'), path('c/m.yaml'), path('a/n.yaml'))
    expect(group(hyperConverged, nodes)).toEqual({
      clusters: { a: ['Node-3'], b: [] },
      ambiguous: [
        'Node-0, Node-2: no HyperConverged lies in the directory "c" or one above it',
        'Node-1: no HyperConverged lies in the directory "d" or one above it',
      ],
    })
  })

  test('must have names of their own', () => {
    expect(
      group(items('HC', path('a/1.yaml'), path('a/2.yaml'), path('b/3.yaml'), {}), items('Node', path('a/n.yaml'))),
    ).toEqual({
      clusters: { b: [] },
      ambiguous: [
        'HC-0, HC-1: another HyperConverged belongs to the cluster "a" as well',
        'HC-3: there are several HyperConvergeds, and nothing names its cluster',
        'Node-0: several HyperConvergeds share the directory "a" or one above it',
      ],
    })
  })
})

test('ImageStreams and virtual machines are grouped like Nodes, but one whose cluster is not told is nobody’s', () => {
  const hyperConverged = items('HC', path('a/hco.yaml'), path('b/hco.yaml'))
  const imageStreams = items('ImageStream', path('a/is.yaml'), cluster('b'), {})
  const grouping = groupByCluster({ ...NOTHING, hyperConverged, imageStreams })
  expect(grouping.clusters.map((one) => one.imageStreams.map(nameOf))).toEqual([['ImageStream-0'], ['ImageStream-1']])
  expect(grouping.ambiguous).toEqual([])
  const machines = items('VM', path('a/vms/vm.yaml'), path('c/vm.yaml'))
  const others = groupByCluster({ ...NOTHING, hyperConverged, machines, requisites: machines })
  expect(others.clusters.map((one) => [one.machines, one.requisites].map((list) => list.map(nameOf)))).toEqual([
    [['VM-0'], ['VM-0']],
    [[], []],
  ])
  expect(others.ambiguous).toEqual([])
})
