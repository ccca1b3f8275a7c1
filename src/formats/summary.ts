import type { Finding } from '../findings/finding.ts'
import { SEVERITIES, type Severity } from '../findings/severity.ts'
import { printable } from './printable.ts'

/** What the summary counts beside findings. */
export interface PredictedImages {
  readonly dataImportCrons: number
  /** Distinct workload architectures of all clusters, sorted. */
  readonly architectures: readonly string[]
}

/**
 * What the function says on stderr: one summary line, since kpt shows four lines only, then one line a finding. Nothing
 * in it depends on time: kpt records it in the Kptfile.
 */
export function printSummary(findings: readonly Finding[], images: PredictedImages): string {
  const counted = findings.filter(({ ignored }) => !ignored)
  return [printCounts(findings, images), ...counted.map(printFinding)].map((line) => `${line}\n`).join('')
}

function printCounts(findings: readonly Finding[], { dataImportCrons, architectures }: PredictedImages): string {
  const ignored = findings.filter((finding) => finding.ignored).length
  const counts = SEVERITIES.toReversed().flatMap((severity) => {
    const count = findings.filter((finding) => !finding.ignored && finding.severity === severity).length
    return count > 0 ? [countOf(count, severity)] : []
  })
  const words = [...counts, ...(ignored > 0 ? [`${ignored} ignored`] : [])]
  const crons = dataImportCrons === 1 ? '1 DataImportCron' : `${dataImportCrons} DataImportCrons`
  const where = architectures.length > 0 ? ` for ${architectures.map(printable).join(', ')}` : ''
  return `golden-images: ${words.length > 0 ? words.join(', ') : 'no findings'}; ${crons}${where}`
}

function countOf(count: number, severity: Severity): string {
  return count === 1 || severity === 'info' ? `${count} ${severity}` : `${count} ${severity}s`
}

function printFinding({ severity, rule, resource, cluster, path, message, reference }: Finding): string {
  const words = [
    severity,
    rule,
    resource?.file?.path,
    resource && `${resource.kind}/${resource.name}`,
    cluster === undefined ? undefined : `(cluster ${cluster})`,
    path === undefined ? undefined : `\`${path}\``,
  ].filter((word) => word !== undefined)
  const more = reference === undefined ? '' : `${message.endsWith('.') ? '' : '.'} ${reference}`
  return printable(`${words.join(' ')}: ${message}${more}`)
}
