import { type ClusterDifference, type Difference, differs } from '../../explanation/difference.ts'
import { sentence, text } from '../text/markdown-text.ts'
import { describeFindings, describeSections, type Section } from './difference-sections.ts'
import { describeState, titleOf } from './difference-state.ts'

/** What a change does to the images of each cluster, for a pull request. */
export function printDifferenceMarkdown(difference: Difference): string {
  const title = '## Golden images: what changes'
  if (!difference.differs) return `${title}\n\nNothing changes.\n`
  const blocks = [
    title,
    ...difference.clusters.flatMap(printCluster),
    ...describeFindings(difference.findings).flatMap(printSection),
  ]
  return `${blocks.join('\n\n')}\n`
}

function printCluster(cluster: ClusterDifference): string[] {
  const title = `### ${text(titleOf(cluster))}`
  if (!differs(cluster)) return [title, 'Nothing changes.']
  return [title, bullets(describeState(cluster)), ...describeSections(cluster).flatMap(printSection)]
}

function printSection({ title, remark, entries }: Section): string[] {
  const lists = entries.map(({ text: entry, details }) => {
    return [`- ${sentence(entry)}`, ...details.map((detail) => `  - ${sentence(detail)}`)].join('\n')
  })
  return [`#### ${text(title)}`, ...(remark === undefined ? [] : [sentence(remark)]), lists.join('\n')]
}

function bullets(sentences: readonly string[]): string {
  return sentences.map((one) => `- ${sentence(one)}`).join('\n')
}
