import { readFileSync } from 'node:fs'
import type { V1Affinity } from '@kubernetes/client-node'
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
