import { filePath } from '../cluster/item-location.ts'
import { readMark } from '../emission/mark.ts'
import { groupBy } from '../json/group-by.ts'
import type { Item } from '../resource-list/read-resource-list.ts'
import type { PackageRule } from './rule.ts'
import { count, quote } from './support/wording.ts'

export const orphaned: PackageRule = {
  id: 'orphaned',
  severity: 'warning',
  scope: 'package',
  summary: 'What an earlier run made is left, and the HyperConverged that it was made for is gone.',
  why: 'Nobody keeps these DataImportCrons and DataSources any more. Where they are applied, CDI goes on importing images that nothing asks for.',
  remediation:
    'Remove them: `golden-images render --prune`, or `emit.prune: true` in the configuration. If the HyperConverged is there, give it to the run as well.',
  check: ({ emission }) =>
    [...groupBy(emission.orphaned, originOf).values()].map((items) => {
      const [item] = items
      const mark = readMark(item.value())
      const cluster = mark?.cluster === undefined ? '' : ` of the cluster ${quote(mark.cluster)}`
      const many = items.length > 1 ? `this and ${count(items.length - 1, 'other item')} here were` : 'this was'
      return {
        item,
        path: 'metadata.annotations',
        message: `${many} made for the HyperConverged ${quote(mark?.hyperConverged ?? '')}${cluster}, which is not in the input; remove it with \`golden-images render --prune\`, or with \`emit.prune: true\` in the configuration`,
      }
    }),
}

/** Those of one file that were made for one HyperConverged are told once. */
function originOf(item: Item): string {
  const mark = readMark(item.value())
  return JSON.stringify([filePath(item), mark?.hyperConverged, mark?.cluster])
}
