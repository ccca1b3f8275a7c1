import { groupBy } from '../json/group-by.ts'
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

/** What an entry and the findings that it fits have in common. */
export interface Fit<Entry> {
  readonly keyOf: (entry: Entry) => string
  /** All those that an entry for the finding can have. */
  readonly keysFor: (finding: Finding) => readonly string[]
}

/** Marks the findings that an entry fits: the first one counts. */
export function ignoreWhere<Entry extends { readonly reason: string }>(
  findings: readonly Finding[],
  entries: readonly Entry[],
  { keyOf, keysFor }: Fit<Entry>,
): Ignored<Entry> {
  if (entries.length === 0) return { findings, unused: [] }
  const byKey = groupBy(entries.entries(), ([, entry]) => keyOf(entry))
  const used = new Set<string>()
  const marked = findings.map((finding) => {
    const fitting = keysFor(finding).flatMap((key) => {
      const [first] = byKey.get(key) ?? []
      if (first) used.add(key)
      return first ? [first] : []
    })
    const [first] = fitting.sort(([a], [b]) => a - b)
    return first && !finding.ignored ? { ...finding, ignored: { reason: first[1].reason } } : finding
  })
  return { findings: marked, unused: entries.filter((entry) => !used.has(keyOf(entry))) }
}

/** An entry of the configuration: without a template or a cluster it fits them all. */
export const ENTRY_FIT: Fit<Ignore> = {
  keyOf: ({ rule, template, cluster }) => keyOf(rule, template, cluster),
  keysFor: ({ rule, template, cluster }) => {
    const templates = template === undefined ? [template] : [template, undefined]
    const clusters = cluster === undefined ? [cluster] : [cluster, undefined]
    return templates.flatMap((one) => clusters.map((other) => keyOf(rule, one, other)))
  },
}

/** An absent word is another one than any that is written. */
function keyOf(rule: string, template: string | undefined, cluster: string | undefined): string {
  return JSON.stringify([rule, template ?? null, cluster ?? null])
}
