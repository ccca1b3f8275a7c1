import { groupBy } from '../json/group-by.ts'
import type { Finding } from './finding.ts'
import { SEVERITIES } from './severity.ts'

/**
 * Names the cause of each finding whose rule says from which others it may follow: the first of these that is found in its
 * cluster, for its template or for the cluster as a whole, that counts, and that does not weigh less. Any other finding
 * stands by itself.
 */
export function nameCauses(findings: readonly Finding[]): Finding[] {
  if (!findings.some(({ because }) => because)) return [...findings]
  const byRule = groupBy(findings, ({ rule, cluster }) => keyOf(rule, cluster))
  return findings.map((finding) => {
    const { because = [], ...said } = finding
    const cause = because.flatMap((rule) => byRule.get(keyOf(rule, finding.cluster)) ?? []).find(canCause(finding))
    if (!cause) return said
    const { rule, template, path } = cause
    return {
      ...said,
      causedBy: { rule, ...(template !== undefined && { template }), ...(path !== undefined && { path }) },
    }
  })
}

function canCause({ ignored, severity, template }: Finding): (cause: Finding) => boolean {
  const weight = SEVERITIES.indexOf(severity)
  return (cause) =>
    !ignored &&
    !cause.ignored &&
    SEVERITIES.indexOf(cause.severity) >= weight &&
    (cause.template === undefined || cause.template === template)
}

function keyOf(rule: string, cluster: string | undefined): string {
  return JSON.stringify([rule, cluster ?? null])
}
