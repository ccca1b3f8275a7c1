import type { Finding } from '../../findings/finding.ts'
import { groupBy } from '../../json/group-by.ts'
import { count, enumerate, some } from '../../rules/support/wording.ts'

/** For people: what follows from a finding is told by that one, in a sentence, and not by itself. */
export function foldFindings(findings: readonly Finding[]): readonly Finding[] {
  const following = findings.filter(({ causedBy }) => causedBy)
  if (following.length === 0) return findings
  const byCause = groupBy(following, ({ cluster, causedBy }) => keyOf({ cluster, ...causedBy }))
  return findings
    .filter(({ causedBy }) => !causedBy)
    .map((finding) => {
      const members = finding.ignored ? undefined : byCause.get(keyOf(finding))
      return members ? { ...finding, message: `${ended(finding.message)} ${tell(members)}` } : finding
    })
}

function keyOf({ rule, cluster, template, path }: Partial<Finding>): string {
  return JSON.stringify([rule, cluster ?? null, template ?? null, path ?? null])
}

function ended(message: string): string {
  return /[.?!]$/.test(message) ? message : `${message}.`
}

function tell(members: readonly Finding[]): string {
  const rules = [...groupBy(members, ({ rule }) => rule)].map(([rule, group]) => {
    const templates = group.flatMap(({ template }) => template ?? [])
    return templates.length === 0 ? rule : `${rule} for ${some(templates)}`
  })
  return `${count(members.length, 'more finding follows', 'more findings follow')} from this: ${enumerate(rules)}.`
}
