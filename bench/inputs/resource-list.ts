import { deployment } from './deployment.ts'
import { fullNode } from './full-node.ts'
import { hyperConverged } from './hyperconverged.ts'
import { slimNode } from './node.ts'

const HEAD = 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n'
const ORDINARY_NODES = 12

export const EMPTY = `${HEAD}items: []\n`

export function withDeployments(count: number): string {
  return listOf([many(count, deployment), many(ORDINARY_NODES, slimNode), hyperConverged(1)])
}

/** One character beyond ASCII, in the middle, is enough to make engines hold the whole text another way. */
export function withNonAscii(count: number): string {
  const middle = `      config.kubernetes.io/path: apps/app-${Math.floor(count / 2)}/deployment.yaml\n`
  return withDeployments(count).replace(middle, `${middle}      shop.example.com/team: Bücher\n`)
}

export function withSlimNodes(count: number): string {
  return listOf([deployment(0), many(count, slimNode), hyperConverged(1)])
}

export function withFullNodes(count: number): string {
  return listOf([deployment(0), many(count, fullNode), hyperConverged(1)])
}

export function listOf(items: readonly string[]): string {
  return `${HEAD}items:\n${items.join('')}`
}

export function many(count: number, print: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => print(index)).join('')
}
