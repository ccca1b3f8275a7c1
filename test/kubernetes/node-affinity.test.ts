import { readFileSync } from 'node:fs'
import type { V1Affinity, V1NodeSelectorTerm } from '@kubernetes/client-node'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  affinityProblems,
  matchesRequiredNodeAffinity,
  type PlacementNode,
  type RequiredPlacement,
  requiredNodeAffinity,
} from '../../src/kubernetes/node-affinity.ts'
import { golden } from './golden.ts'

interface Case {
  placement: RequiredPlacement
  nodes: PlacementNode[]
  parses: boolean
  matches: boolean[]
}

interface Placement {
  nodePlacement?: { affinity?: V1Affinity }
}

interface RecordedCase {
  id: string
  input: {
    hyperConverged: {
      spec: {
        workloads?: Placement
        infra?: Placement
        deployment?: { nodePlacements?: { workload?: Placement['nodePlacement']; infra?: Placement['nodePlacement'] } }
      }
    }
  }
  expected: { accepted: boolean }
}

const amd64 = { name: 'a', labels: { 'kubernetes.io/arch': 'amd64', cores: '8' } }

describe('required node affinity', () => {
  test.for(golden<Case>('kubernetes/node-affinity.json'))('as the scheduler sees it: $placement', (one) => {
    expect(affinityProblems(one.placement.affinity, 'affinity').length === 0).toBe(one.parses)
    expect(one.nodes.map((node) => matchesRequiredNodeAffinity(one.placement, node))).toEqual(one.matches)
    expect(one.nodes.map(requiredNodeAffinity(one.placement))).toEqual(one.matches)
  })

  const recorded = readFileSync('test/fixtures/conformance/placement.jsonl', 'utf8').trim().split('\n')
  test.for(recorded.map((line): RecordedCase => JSON.parse(line)))('as HCO answered: $id', ({ input, expected }) => {
    const { workloads, infra, deployment } = input.hyperConverged.spec
    const placements = [
      workloads?.nodePlacement,
      infra?.nodePlacement,
      deployment?.nodePlacements?.workload,
      deployment?.nodePlacements?.infra,
    ]
    const problems = placements.flatMap((placement) => affinityProblems(placement?.affinity, 'affinity'))
    expect(problems.length === 0).toBe(expected.accepted)
  })

  test('a problem says where and why', () => {
    const terms = [{ matchExpressions: [{ key: 'cores', operator: 'Gt', values: ['many'] }] }]
    const affinity = { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms } } }
    expect(affinityProblems(affinity, 'spec.workloads.nodePlacement.affinity')).toEqual([
      {
        path: 'spec.workloads.nodePlacement.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values[0]',
        message: 'must be an integer for `Gt`',
      },
    ])
  })

  test('no requirement matches every node, an empty one none', () => {
    expect(matchesRequiredNodeAffinity({}, amd64)).toBe(true)
    expect(matchesRequiredNodeAffinity({ affinity: { nodeAffinity: {} } }, amd64)).toBe(true)
    const empty = { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [] } } }
    expect(matchesRequiredNodeAffinity({ affinity: empty }, amd64)).toBe(false)
  })

  test('inherited members are no labels', () => {
    expect(matchesRequiredNodeAffinity({ nodeSelector: { constructor: 'x' } }, { name: 'a' })).toBe(false)
  })
})

const required = (nodeSelectorTerms: V1NodeSelectorTerm[]): RequiredPlacement => ({
  affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } },
})

describe('many terms', () => {
  const word = fc.constantFrom('a', 'b', 'c', '1', '2')
  const labelled = fc.oneof(
    fc.record({ key: word, operator: fc.constantFrom('In', 'NotIn'), values: fc.array(word, { minLength: 1 }) }),
    fc.record({ key: word, operator: fc.constantFrom('Exists', 'DoesNotExist') }),
    fc.record({
      key: word,
      operator: fc.constantFrom('Gt', 'Lt'),
      values: fc.constantFrom('1', '2').map((one) => [one]),
    }),
  )
  const field = fc.record({
    key: fc.constantFrom('metadata.name', 'a'),
    operator: fc.constantFrom('In', 'NotIn'),
    values: word.map((one) => [one]),
  })
  const terms = fc.array(
    fc.record({
      matchExpressions: fc.array(labelled, { maxLength: 3 }),
      matchFields: fc.array(field, { maxLength: 2 }),
    }),
  )
  const node = fc.record({ name: fc.constantFrom('', 'a', 'b'), labels: fc.dictionary(word, word) })

  test('match as each alone does', () => {
    fc.assert(
      fc.property(terms, fc.array(node), (some, nodes) => {
        const matches = requiredNodeAffinity(required(some))
        for (const one of nodes) {
          expect(matches(one)).toBe(some.some((term) => matchesRequiredNodeAffinity(required([term]), one)))
        }
      }),
      { numRuns: 1000 },
    )
  })

  const count = 20_000
  const nodes = Array.from({ length: count }, (_, index) => ({
    name: `node-${index}`,
    labels: { role: 'worker', zone: `zone-${index}` },
  }))
  const role = { key: 'role', operator: 'In', values: ['worker'] }
  const numbered = (print: (index: number) => V1NodeSelectorTerm) => Array.from({ length: count }, (_, i) => print(i))

  test.for([
    [
      'by a label',
      numbered((i) => ({ matchExpressions: [role, { key: 'zone', operator: 'In', values: [`z-${i}`] }] })),
    ],
    ['by a key', numbered((i) => ({ matchExpressions: [role, { key: `key-${i}`, operator: 'Exists' }] }))],
    ['by name', numbered((i) => ({ matchFields: [{ key: 'metadata.name', operator: 'In', values: [`other-${i}`] }] }))],
  ] as const)('tell many nodes apart %s', { timeout: 30_000 }, ([, some]) => {
    expect(nodes.filter(requiredNodeAffinity(required(some)))).toEqual([])
  })

  test('that tell none apart are refused, with words', { timeout: 30_000 }, () => {
    const absent = numbered((i) => ({
      matchExpressions: [role, { key: 'zone', operator: 'NotIn', values: [`z-${i}`] }],
    }))
    expect(nodes.filter(requiredNodeAffinity(required(absent)))).toHaveLength(count)
    const hopeless = numbered((i) => ({
      matchExpressions: [role, { key: 'role', operator: 'NotIn', values: ['worker', `z-${i}`] }],
    }))
    expect(() => nodes.filter(requiredNodeAffinity(required(hopeless)))).toThrow(
      'its 20000 terms would have to be compared more than 2000000 times with Nodes',
    )
  })
})
