import type { Finding, Problem } from '../findings/finding.ts'
import { referTo } from '../findings/resource-reference.ts'
import type { Severity } from '../findings/severity.ts'
import { RULES } from './index.ts'
import type { Package, Rule } from './rule.ts'

export type RuleSeverities = { readonly [rule: string]: Severity | 'off' }

/** Every rule's findings on the input, with the severities that the configuration gives. */
export function applyRules(input: Package, severities: RuleSeverities): Finding[] {
  return RULES.flatMap((rule) => {
    const severity = severities[rule.id] ?? rule.severity
    if (severity === 'off') return []
    return problemsOf(rule, input).map((problem) => ({
      rule: rule.id,
      severity,
      ...problem,
      ...(rule.reference !== undefined && { reference: rule.reference }),
    }))
  })
}

function problemsOf(rule: Rule, input: Package): Problem[] {
  if (rule.scope === 'package') return rule.check(input)
  return input.clusters.flatMap((cluster) =>
    rule.check(cluster).map((problem) => ({
      resource: referTo(cluster.items.hyperConverged),
      ...(input.clusters.length > 1 && { cluster: cluster.items.name }),
      ...problem,
    })),
  )
}
