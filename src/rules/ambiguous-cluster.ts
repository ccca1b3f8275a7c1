import { stringAt } from '../json/json.ts'
import type { Item } from '../resource-list/read-resource-list.ts'
import type { PackageRule } from './rule.ts'
import { few } from './support/wording.ts'

export const ambiguousCluster: PackageRule = {
  id: 'ambiguous-cluster',
  severity: 'error',
  scope: 'package',
  summary: 'There are several clusters, and an item can belong to more than one, or to none of them.',
  why: "A Node that is counted for the wrong cluster changes that cluster's architectures, and so every prediction.",
  remediation:
    'Annotate HyperConverged, Nodes and CommonBootImages with `golden-images.dev/cluster: <name>`, or keep each cluster in a directory of its own.',
  check: ({ ambiguous }) =>
    ambiguous.map(({ items: [item, ...others], reason }) => ({
      item,
      path: 'metadata.annotations',
      message: `can't tell its cluster${tellOthers(others)}: ${reason}; annotate it with \`golden-images.dev/cluster\`, or keep each cluster in a directory of its own`,
    })),
}

/** What stands in the same directory for the same reason. */
function tellOthers(others: readonly Item[]): string {
  if (others.length === 0) return ''
  return `, nor that of ${few(others.map((item) => stringAt(item.metadata(), 'name') ?? ''))} beside it`
}
