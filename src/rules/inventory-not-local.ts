import { LOCAL_CONFIG } from '../cluster/item-location.ts'
import type { ClusterRule } from './rule.ts'
import { some } from './support/wording.ts'

export const inventoryNotLocal: ClusterRule = {
  id: 'inventory-not-local',
  severity: 'warning',
  scope: 'cluster',
  summary: 'A Node of the inventory is not marked as local, and would be applied to the cluster.',
  why: 'Nodes stand in Git to tell the architectures, not to be applied. kustomize and kpt leave out what is annotated as local configuration; anything else goes to the cluster.',
  remediation: 'Annotate every Node with `config.kubernetes.io/local-config: "true"`.',
  check: ({ inventory }) => {
    if (inventory.source !== 'nodes') return []
    const applied = inventory.nodes.filter(({ isLocal }) => !isLocal)
    const [first] = applied
    if (!first) return []
    return [
      {
        item: first.item,
        path: `metadata.annotations["${LOCAL_CONFIG}"]`,
        proposedValue: 'true',
        message: `a Node that is not marked as local would be applied to the cluster: ${some(applied.map(({ writtenName }) => writtenName))}; annotate it with \`${LOCAL_CONFIG}: "true"\``,
      },
    ]
  },
}
