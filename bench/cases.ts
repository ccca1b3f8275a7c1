/** The inputs on which the function meets its peers, and what is asked of it there. */
import { BARE_NODE, GO, NATIVE, NODE } from './contender.ts'
import * as lists from './inputs/resource-list.ts'
import type { Part } from './options.ts'

export interface Goal {
  readonly of: string
  readonly against: string
  readonly measure: 'time' | 'peak memory'
  readonly atMost: number
}

export interface Case {
  readonly name: string
  readonly file: string
  readonly text: () => string
  readonly goals: readonly Goal[]
}

/** Of the empty list this is the start alone; with one Deployment the answer is in it, too. */
const START: Goal = { of: NODE, against: BARE_NODE, measure: 'time', atMost: 1.3 }

/** By the part of a run to which they belong. */
export const CASES: ReadonlyMap<Part, readonly Case[]> = new Map([
  [
    'start',
    [
      { name: 'empty list', file: 'empty', text: () => lists.EMPTY, goals: [START] },
      { name: '1 Deployment', file: '1', text: () => lists.withDeployments(1), goals: [time(0.9), START] },
    ],
  ],
  [
    'deployments',
    [
      { name: '100 Deployments', file: '100', text: () => lists.withDeployments(100), goals: [time(0.25)] },
      { name: '1,000 Deployments', file: '1000', text: () => lists.withDeployments(1000), goals: [time(0.06)] },
      {
        name: '10,000 Deployments',
        file: '10000',
        text: () => lists.withDeployments(10_000),
        goals: [time(0.03), { of: NATIVE, against: GO, measure: 'peak memory', atMost: 0.06 }],
      },
      { name: '10,000, one not ASCII', file: 'non-ascii', text: () => lists.withNonAscii(10_000), goals: [] },
    ],
  ],
  [
    'nodes',
    [
      { name: '2,000 slim Nodes', file: 'slim-nodes', text: () => lists.withSlimNodes(2000), goals: [time(0.5)] },
      { name: '200 full Nodes', file: 'full-nodes', text: () => lists.withFullNodes(200), goals: [] },
    ],
  ],
])

function time(atMost: number): Goal {
  return { of: NATIVE, against: GO, measure: 'time', atMost }
}
