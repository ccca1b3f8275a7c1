import { directoryOfItem } from '../cluster/owner.ts'
import type { PackageRule } from './rule.ts'
import { count, quote } from './support/wording.ts'

export const nodesWithoutCluster: PackageRule = {
  id: 'nodes-without-cluster',
  severity: 'warning',
  scope: 'package',
  summary: 'Nodes lie in a folder of no HyperConverged, and count for no cluster.',
  why: 'Every HyperConverged of the input has Nodes beside it or below it, so those of other folders are taken for the nodes of other clusters. If they are not, the prediction lacks their architectures.',
  remediation:
    'Put the Nodes beside their HyperConverged, annotate them with `golden-images.dev/cluster: <name>`, or take them out of the input.',
  check: ({ strayNodes }) =>
    strayNodes.map((nodes) => {
      const [item] = nodes
      const place = directoryOfItem(item)
      const where = place === undefined ? 'without a HyperConverged' : `in the folder ${quote(place)}`
      return {
        item,
        message: `${count(nodes.length, 'Node')} ${where} ${nodes.length > 1 ? 'count' : 'counts'} for no cluster, since every HyperConverged has Nodes of its own; put them beside their HyperConverged, annotate them with \`golden-images.dev/cluster\`, or leave them out`,
      }
    }),
}
