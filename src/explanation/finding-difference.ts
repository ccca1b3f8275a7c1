import type { Finding } from '../findings/finding.ts'
import { type FindingSummary, summarize } from './finding-summary.ts'

/** Findings that only one side has; ignored ones do not count. */
export interface FindingDifference {
  readonly new: readonly FindingSummary[]
  /** Not those that are merely ignored now. */
  readonly fixed: readonly FindingSummary[]
}

/** Compares findings by rule, object, template and place, not by words: those tell of other things that changed. */
export function compareFindings(before: readonly Finding[], after: readonly Finding[]): FindingDifference {
  const counting = (findings: readonly Finding[]) => findings.filter(({ ignored }) => !ignored)
  return {
    new: summarize(without(counting(after), counting(before))),
    fixed: summarize(without(counting(before), after)),
  }
}

/** As many of each kind as the other side has fewer. */
function without(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const left = new Map<string, number>()
  for (const other of others) left.set(keyOf(other), (left.get(keyOf(other)) ?? 0) + 1)
  return findings.filter((finding) => {
    const key = keyOf(finding)
    const count = left.get(key) ?? 0
    left.set(key, count - 1)
    return count <= 0
  })
}

/** Places in lists move when something before them comes or goes. */
function keyOf({ rule, resource, template, path }: Finding): string {
  const place = path?.replaceAll(/\[\d+\]/g, '[]')
  return JSON.stringify([rule, resource?.kind, resource?.namespace, resource?.name, template, place])
}
