import type { Finding } from './finding.ts'

/** A known finding: it is counted, and does not make the render fail. */
export interface Ignore {
  readonly rule: string
  readonly reason: string
  readonly template?: string
  readonly cluster?: string
}

/** Findings of which some are ignored, and the entries that fit none. */
export interface Ignored<Entry> {
  readonly findings: readonly Finding[]
  readonly unused: readonly Entry[]
}

/** Marks the findings that an entry fits: the first one counts. */
export function ignoreWhere<Entry extends { readonly reason: string }>(
  findings: readonly Finding[],
  entries: readonly Entry[],
  fits: (entry: Entry, finding: Finding) => boolean,
): Ignored<Entry> {
  const used = new Set<Entry>()
  const marked = findings.map((finding) => {
    const fitting = entries.filter((entry) => fits(entry, finding))
    for (const entry of fitting) used.add(entry)
    const [first] = fitting
    return first && !finding.ignored ? { ...finding, ignored: { reason: first.reason } } : finding
  })
  return { findings: marked, unused: entries.filter((entry) => !used.has(entry)) }
}

/** An entry of the configuration: without a template or a cluster it fits them all. */
export function fitsEntry(entry: Ignore, finding: Finding): boolean {
  return (
    entry.rule === finding.rule &&
    (entry.template === undefined || entry.template === finding.template) &&
    (entry.cluster === undefined || entry.cluster === finding.cluster)
  )
}
