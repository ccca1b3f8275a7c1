import type { Finding } from '../../findings/finding.ts'
import { SEVERITIES } from '../../findings/severity.ts'
import { code, link, sentence, text } from '../text/markdown-text.ts'
import { wellFormed } from '../text/well-formed.ts'
import { describeBasis } from './basis.ts'
import { describeCount, describeFindings, describeImages } from './counts.ts'
import { describePosition, describeValue } from './place.ts'
import type { Report } from './report.ts'

/** By this, CI finds the comment of an earlier run, to update it. */
const MARKER = '<!-- kubevirt-golden-images -->'

/** GitHub takes comments of 65,536 characters; GitLab takes more. */
const LONGEST = 60_000

/** For a comment on a pull request. */
export function formatMarkdown(report: Report): string {
  const { findings, images } = report
  const counted = findings.filter(({ ignored }) => !ignored)
  const ignored = findings.filter((finding) => finding.ignored)
  const blocks = [
    ...SEVERITIES.toReversed().flatMap((severity) => {
      const members = counted.filter((finding) => finding.severity === severity)
      return members.length > 0 ? [`### ${describeCount(members.length, severity)}`, ...members.map(printItem)] : []
    }),
    ...(ignored.length > 0 ? [openDetails(ignored.length), ...ignored.map(printItem), '</details>'] : []),
  ]
  const basis = describeBasis(report).map((line) => `${text(capitalize(line))}.`)
  const shown = [MARKER, `## Golden images: ${describeFindings(findings)}`, ...shorten(blocks), ...basis]
  return wellFormed(`${[...shown, `${text(describeImages(images))}.`].join('\n\n')}\n`)
}

function capitalize(line: string): string {
  return line.slice(0, 1).toUpperCase() + line.slice(1)
}

function openDetails(count: number): string {
  return `<details>\n<summary>${count} ignored</summary>`
}

/** Drops what a comment has no room for. */
function shorten(blocks: readonly string[]): readonly string[] {
  let length = 0
  const end = blocks.findIndex((block) => {
    length += block.length + 2
    return length > LONGEST
  })
  if (end < 0) return blocks
  const shown = blocks.slice(0, end)
  const isOpen = shown.some((block) => block.startsWith('<details>'))
  const missing = blocks.slice(end).filter((block) => block.startsWith('- ')).length
  return [...shown, ...(isOpen ? ['</details>'] : []), `${missing} more do not fit here: see the log.`]
}

function printItem(finding: Finding): string {
  const { rule, reference, cluster, template, message, proposedValue, ignored } = finding
  const place = describePosition(finding)
  const value = finding.position ? undefined : describeValue(finding)
  const words = [
    ...(place === undefined ? [] : [`**${code(place)}**`]),
    link(code(rule), reference),
    ...(value === undefined ? [] : [sentence(value)]),
    ...(template === undefined ? [] : [`template ${code(template)}`]),
    ...(cluster === undefined ? [] : [`cluster ${code(cluster)}`]),
  ]
  const lines = [
    `- ${words.join(' · ')}`,
    sentence(message),
    ...(proposedValue === undefined ? [] : [`Fix: ${code(JSON.stringify(proposedValue))}`]),
    ...(ignored ? [`Ignored: ${text(ignored.reason)}`] : []),
  ]
  // One line of source, which nothing of the input begins: there it could be a list, a heading or a command.
  return lines.join('<br>')
}
