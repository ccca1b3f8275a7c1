import { booleanAt, type JsonObject, type JsonValue, listAt, objectAt, stringAt, stringMapAt } from '../json/json.ts'
import type { Taint } from '../kubernetes/taints.ts'
import type { Item, NamedItem } from '../resource-list/read-resource-list.ts'
import type { Fields } from '../yaml/fields.ts'
import { annotation, LOCAL_CONFIG, LOCATION_ANNOTATIONS } from './item-location.ts'

/** kustomize hands a Node on with the prefix that it gives to everything, and the names before that in here. */
const PREVIOUS_NAMES = 'internal.config.kubernetes.io/previousNames'

/** All that is read of a Node: one from a cluster has hundreds of lines. */
export const NODE_FIELDS: Fields = new Map<string, Fields>([
  ['apiVersion', true],
  ['kind', true],
  [
    'metadata',
    new Map<string, Fields>([
      ['name', true],
      ['namespace', true],
      ['uid', true],
      ['labels', true],
      ['annotations', new Map<string, Fields>([...LOCATION_ANNOTATIONS, PREVIOUS_NAMES].map((name) => [name, true]))],
    ]),
  ],
  [
    'spec',
    new Map<string, Fields>([
      ['unschedulable', true],
      ['taints', true],
    ]),
  ],
  ['status', new Map<string, Fields>([['nodeInfo', new Map<string, Fields>([['architecture', true]])]])],
])

/** What is read of a Node. */
export interface ClusterNode {
  /** On the cluster. */
  readonly name: string
  /** In the input, where kustomize may have given it a prefix. */
  readonly writtenName: string
  /** Kept in Git for tools, never applied. */
  readonly isLocal: boolean
  /** It comes from a live cluster: nobody writes a uid. */
  readonly isExported: boolean
  readonly labels: ReadonlyMap<string, string>
  /** `''` when the Node does not say its architecture: the operators leave it out of every list. */
  readonly architecture: string
  /** The architecture is the label's, which the operators do not read. */
  readonly fromLabel: boolean
  /** Cordoned. */
  readonly isUnschedulable: boolean
  readonly taints: readonly Taint[]
  /** It has a spec: without one an inventory that is kept by hand may leave its taints out. */
  readonly hasSpec: boolean
}

/** A Node of the input. Its raw value has other fields when the input is JSON, so that nobody is to look at it. */
export interface NodeItem extends ClusterNode {
  readonly item: NamedItem
}

export function readNodeItem(item: Item): NodeItem {
  // Of thousands of Nodes each would be copied by a spread.
  return Object.assign(readNode(item.value()), { item })
}

/**
 * Reads a Node, full or slim. The architecture is `status.nodeInfo.architecture`, as in HCO
 * (pkg/internal/nodeinfo); only a Node with no `status.nodeInfo` at all is read by its label
 * `kubernetes.io/arch`, which the operators ignore: a convenience for inventories kept by hand.
 */
export function readNode(node: JsonObject): ClusterNode {
  const labels = stringMapAt(node, 'metadata', 'labels')
  const nodeInfo = objectAt(node, 'status', 'nodeInfo')
  const architecture = nodeInfo ? stringAt(nodeInfo, 'architecture') : labels.get('kubernetes.io/arch')
  const writtenName = stringAt(node, 'metadata', 'name') ?? ''
  return {
    name: annotation(node.metadata, PREVIOUS_NAMES)?.split(',')[0] ?? writtenName,
    writtenName,
    isLocal: annotation(node.metadata, LOCAL_CONFIG) === 'true',
    isExported: stringAt(node, 'metadata', 'uid') !== undefined,
    labels,
    architecture: architecture ?? '',
    fromLabel: !nodeInfo && architecture !== undefined && architecture !== '',
    isUnschedulable: booleanAt(node, 'spec', 'unschedulable') ?? false,
    taints: listAt(node, 'spec', 'taints').map(readTaint),
    hasSpec: objectAt(node, 'spec') !== undefined,
  }
}

function readTaint(taint: JsonValue): Taint {
  return {
    key: stringAt(taint, 'key') ?? '',
    value: stringAt(taint, 'value') ?? '',
    effect: stringAt(taint, 'effect') ?? '',
  }
}
