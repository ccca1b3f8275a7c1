import { LOCAL_CONFIG } from '../cluster/item-location.ts'
import type { ClusterRule } from './rule.ts'
import { some } from './support/wording.ts'

export const inventoryNotLocal: ClusterRule = {
  id: 'inventory-not-local',
  severity: 'warning',
  scope: 'cluster',
  summary: 'A Node of the inventory is not marked as local, and would be applied to the cluster.',
  why: 'Nodes stand in Git to tell the architectures, not to be applied. kustomize and kpt leave out what is annotated as local configuration; anything else goes to the cluster. Nodes that were exported from a cluster, or stand on standard input beside files, are not meant.',
  remediation: 'Annotate every Node with `config.kubernetes.io/local-config: "true"`.',
  check: ({ items, inventory }) => {
    if (inventory.source !== 'nodes') return []
    // Beside files, what stands on standard input is in no Git.
    const beside = items.hyperConverged.source.file !== ''
    const applied = inventory.nodes.filter(
      ({ isLocal, isExported, item }) => !isLocal && !isExported && !(beside && item.source.file === ''),
    )
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
