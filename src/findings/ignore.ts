import type { Finding } from './finding.ts'

/** A known finding: it is counted, and does not make the render fail. */
export interface Ignore {
  readonly rule: string
  readonly reason: string
  readonly template?: string
  readonly cluster?: string
}

/** Marks the findings that an entry fits. An entry without a template or a cluster fits them all. */
export function applyIgnores(findings: readonly Finding[], ignores: readonly Ignore[]): Finding[] {
  return findings.map((finding) => {
    const ignore = ignores.find((entry) => fits(entry, finding))
    return ignore ? { ...finding, ignored: { reason: ignore.reason } } : finding
  })
}

function fits(entry: Ignore, finding: Finding): boolean {
  return (
    entry.rule === finding.rule &&
    (entry.template === undefined || entry.template === finding.template) &&
    (entry.cluster === undefined || entry.cluster === finding.cluster)
  )
}
