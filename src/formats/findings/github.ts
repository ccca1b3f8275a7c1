import type { Finding } from '../../findings/finding.ts'
import type { Severity } from '../../findings/severity.ts'
import { printable } from '../text/printable.ts'
import { wellFormed } from '../text/well-formed.ts'
import { closingLines } from './closing-lines.ts'
import { describeValue, fileOf, repositoryPath } from './place.ts'
import type { Report } from './report.ts'

const COMMAND = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies {
  [severity in Severity]: string
}

/** For GitHub Actions: a workflow command a finding, which becomes an annotation, and the summary for the log. */
export function formatGithub(report: Report): string {
  const commands = report.findings.filter(({ ignored }) => !ignored).map(toCommand)
  const closing = closingLines(report).map((line) => `golden-images: ${line}`)
  return wellFormed([...commands, ...closing].map((line) => `${line}\n`).join(''))
}

function toCommand(finding: Finding): string {
  const { severity, rule, cluster, message, proposedValue, reference } = finding
  const title = cluster === undefined ? rule : `${rule} (cluster ${cluster})`
  const properties = Object.entries({ ...placeOf(finding), title }).map(
    ([name, value]) => `${name}=${escapeProperty(String(value))}`,
  )
  const value = describeValue(finding)
  const lines = [
    value === undefined ? message : `${value}: ${message}`,
    ...(proposedValue === undefined ? [] : [`fix: ${JSON.stringify(proposedValue)}`]),
    ...(reference === undefined ? [] : [reference]),
  ]
  return `::${COMMAND[severity]} ${properties.join(',')}::${escapeData(lines.map(printable).join('\n'))}`
}

function placeOf(finding: Finding): { [property: string]: string | number } {
  const file = fileOf(finding)
  if (!file) return {}
  const { position } = finding
  if (!position) return { file: repositoryPath(file) }
  const { line, column, endLine, endColumn } = position
  const place = { file: repositoryPath(file), line }
  // GitHub refuses columns where the lines differ.
  return line === endLine ? { ...place, col: column, endColumn } : { ...place, endLine }
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(printable(text)).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
