import type { Finding } from '../findings/finding.ts'
import type { Severity } from '../findings/severity.ts'

/** As much of a finding as an explanation, or a comparison, of images needs. */
export interface FindingSummary {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  /** Name of the template, when one is concerned. */
  readonly template?: string
}

/** The findings that count: ignored ones do not. */
export function summarize(findings: readonly Finding[]): FindingSummary[] {
  return findings
    .filter(({ ignored }) => !ignored)
    .map(({ rule, severity, message, template }) => ({
      rule,
      severity,
      message,
      ...(template !== undefined && { template }),
    }))
}
