import type { Finding, Problem } from '../findings/finding.ts'
import { referTo } from '../findings/resource-reference.ts'
import type { Severity } from '../findings/severity.ts'
import { RULES } from './index.ts'
import type { IdleIgnores, Package, Rule } from './rule.ts'

export type RuleSeverities = { readonly [rule: string]: Severity | 'off' }

/** Every rule's findings on the input, with the severities that the configuration gives. */
export function applyRules(input: Package, severities: RuleSeverities): Finding[] {
  return RULES.flatMap((rule) => report(rule, severities, () => problemsOf(rule, input)))
}

/** The findings on ignores that did nothing. */
export function applyIgnoreRules(idle: IdleIgnores, severities: RuleSeverities): Finding[] {
  return RULES.flatMap((rule) => report(rule, severities, () => (rule.scope === 'ignores' ? rule.check(idle) : [])))
}

function report(rule: Rule, severities: RuleSeverities, check: () => Problem[]): Finding[] {
  const severity = severities[rule.id] ?? rule.severity
  if (severity === 'off') return []
  const { id, reference } = rule
  return check().map((problem) => ({ rule: id, severity, ...problem, ...(reference !== undefined && { reference }) }))
}

function problemsOf(rule: Rule, input: Package): Problem[] {
  if (rule.scope === 'ignores') return []
  if (rule.scope === 'package') return rule.check(input)
  return input.clusters.flatMap((cluster) =>
    rule.check(cluster).map((problem) => ({
      resource: referTo(cluster.items.hyperConverged),
      ...(input.clusters.length > 1 && { cluster: cluster.items.name }),
      ...problem,
    })),
  )
}
