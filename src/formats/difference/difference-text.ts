import type { ClusterDifference, Difference } from '../../explanation/difference.ts'
import { differs } from '../../explanation/difference.ts'
import { printable } from '../text/printable.ts'
import { indented } from '../text/text-layout.ts'
import { describeFindings, describeSections, type Section } from './difference-sections.ts'
import { describeState, titleOf } from './difference-state.ts'

/** What a change does to the images of each cluster, for a terminal. */
export function printDifference(difference: Difference): string {
  if (!difference.differs) return 'Nothing changes.\n'
  const blocks = [...difference.clusters.map(printCluster), ...describeFindings(difference.findings).map(printSection)]
  return blocks.map((lines) => lines.map((line) => `${line}\n`).join('')).join('\n')
}

function printCluster(cluster: ClusterDifference): string[] {
  const title = printable(titleOf(cluster))
  if (!differs(cluster)) return [`${title}: nothing changes.`]
  return [
    title,
    '='.repeat(Math.min(title.length, 110)),
    ...indented(describeState(cluster), 0),
    ...describeSections(cluster).flatMap((section) => ['', ...printSection(section)]),
  ]
}

function printSection({ title, remark, entries }: Section): string[] {
  return [
    title,
    ...indented(remark === undefined ? [] : [remark], 2),
    ...entries.flatMap(({ text, details }) => [...indented([`- ${text}`], 2), ...indented(details, 6)]),
  ]
}
