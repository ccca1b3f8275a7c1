import type { Finding } from '../../findings/finding.ts'
import { SEVERITIES, type Severity } from '../../findings/severity.ts'
import { count, list } from '../../rules/support/wording.ts'
import { printable } from '../text/printable.ts'

/** What is counted beside findings. */
export interface PredictedImages {
  readonly dataImportCrons: number
  /** Distinct workload architectures of all clusters, sorted. */
  readonly architectures: readonly string[]
  /** That stand in the input and are made of no template; absent for none. */
  readonly ownDataImportCrons?: number
  /** HyperConvergeds that would be refused for a reason whose rule is off; absent for none. */
  readonly refusedSilently?: number
}

/** Every finding once, by its severity or as an ignored one, but for those that follow from others. */
export function countFindings(findings: readonly Finding[]): Record<Severity | 'ignored', number> {
  const counts = { error: 0, warning: 0, info: 0, ignored: 0 }
  for (const { severity, ignored, causedBy } of findings) {
    if (!causedBy) counts[ignored ? 'ignored' : severity] += 1
  }
  return counts
}

/** `2 errors, 1 warning, 1 ignored`, or `no findings` */
export function describeFindings(findings: readonly Finding[]): string {
  const counts = countFindings(findings)
  const words = SEVERITIES.toReversed().flatMap((severity) =>
    counts[severity] > 0 ? [describeCount(counts[severity], severity)] : [],
  )
  if (counts.ignored > 0) words.push(`${counts.ignored} ignored`)
  return words.length > 0 ? words.join(', ') : 'no findings'
}

/** `9 DataImportCrons for amd64, arm64; 1 DataImportCron of your own`, and before it what nobody else tells. */
export function describeImages({
  dataImportCrons,
  ownDataImportCrons = 0,
  architectures,
  refusedSilently = 0,
}: PredictedImages): string {
  const where = architectures.length > 0 ? ` for ${list(architectures.map(printable))}` : ''
  const predicted = dataImportCrons > 0 || where !== '' || ownDataImportCrons === 0
  const images = [
    ...(predicted ? [`${count(dataImportCrons, 'DataImportCron')}${where}`] : []),
    ...(ownDataImportCrons > 0 ? [`${count(ownDataImportCrons, 'DataImportCron')} of your own`] : []),
  ].join('; ')
  if (refusedSilently === 0) return images
  return `${count(refusedSilently, 'HyperConverged')} refused, and the rules that tell why are off; ${images}`
}

/** `1 error`, `2 errors`, `2 info` */
export function describeCount(number: number, severity: Severity): string {
  return count(number, severity, severity === 'info' ? severity : undefined)
}
