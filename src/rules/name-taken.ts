import { GENERATED_FROM } from '../emission/mark.ts'
import type { PackageRule } from './rule.ts'
import { quote } from './support/wording.ts'

export const nameTaken: PackageRule = {
  id: 'name-taken',
  severity: 'error',
  scope: 'package',
  summary: 'An item that this function did not make has the name of one that it would emit.',
  why: 'Two items of one kind, namespace and name can not stand in one list, and on a cluster SSP would write over the one that is there.',
  remediation: 'Remove the item, or rename it or the template.',
  check: ({ emission, clusters }) =>
    emission.taken.map(({ candidate, by }) => {
      const { kind, metadata } = candidate.item
      const from = metadata.annotations[GENERATED_FROM] ?? ''
      return {
        item: by,
        path: 'metadata.name',
        currentValue: metadata.name,
        ...(clusters.length > 1 && { cluster: candidate.cluster.items.name }),
        message: `template ${quote(from.split('/').slice(2).join('/'))} leads to a ${kind} of this name as well; remove this one, or rename it or the template`,
      }
    }),
}
