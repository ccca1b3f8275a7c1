import { isJsonObject, type JsonValue, listAt } from '../json/json.ts'
import type { ClusterNode } from './node.ts'

/** Architectures that somebody wrote down, instead of Nodes. */
export interface DeclaredArchitectures {
  readonly workload: readonly string[]
  readonly controlPlane: readonly string[]
}

/** Where a cluster's architectures come from; `unknown` is not the same as a known, empty inventory. */
export type Inventory<N extends ClusterNode = ClusterNode> =
  | { readonly source: 'nodes'; readonly nodes: readonly N[] }
  | { readonly source: 'configuration' | 'status'; readonly architectures: DeclaredArchitectures }
  | { readonly source: 'unknown' }

/** The first source that is there: Nodes, the configuration, the HyperConverged's own `status.nodeInfo`. */
export function chooseInventory<N extends ClusterNode>(
  nodes: readonly N[],
  configured: DeclaredArchitectures | undefined,
  statusNodeInfo: JsonValue | undefined,
): Inventory<N> {
  if (nodes.length > 0) return { source: 'nodes', nodes }
  if (configured) return { source: 'configuration', architectures: configured }
  if (isJsonObject(statusNodeInfo)) {
    const architectures = {
      workload: wordsAt(statusNodeInfo, 'workloadsArchitectures'),
      controlPlane: wordsAt(statusNodeInfo, 'controlPlaneArchitectures'),
    }
    // An operator that has not seen its nodes yet publishes an empty object: nothing is known then.
    if (architectures.workload.length + architectures.controlPlane.length > 0)
      return { source: 'status', architectures }
  }
  return { source: 'unknown' }
}

function wordsAt(parent: JsonValue, key: string): string[] {
  return listAt(parent, key).filter((word): word is string => typeof word === 'string')
}
