import type { PackageRule } from './rule.ts'
import { list, quote } from './support/wording.ts'

export const clustersCollide: PackageRule = {
  id: 'clusters-collide',
  severity: 'error',
  scope: 'package',
  summary: 'Several clusters lead to one object in a flat list.',
  why: 'Without file paths, as in kustomize, all items are one list, and two of one kind, namespace and name can not stand in it.',
  remediation: 'Render each cluster in a kustomization of its own.',
  check: ({ emission }) =>
    emission.collisions.flatMap((group) => {
      const [first] = group
      if (!first) return []
      const name = `${first.item.metadata.namespace}/${first.item.metadata.name}`
      return [
        {
          item: first.cluster.items.hyperConverged,
          message: `the clusters ${list(group.map(({ cluster }) => quote(cluster.items.name)))} all lead to a ${first.item.kind} ${quote(name)}, which can stand only once in this list; render each cluster on its own`,
        },
      ]
    }),
}
