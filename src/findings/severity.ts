/** How much a finding weighs, the least first. */
export const SEVERITIES = ['info', 'warning', 'error'] as const

export type Severity = (typeof SEVERITIES)[number]

/** The least severity that makes a render fail; `never` lets everything pass. */
export type FailOn = 'error' | 'warning' | 'never'

export function reaches(severity: Severity, failOn: FailOn): boolean {
  return failOn !== 'never' && SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(failOn)
}
