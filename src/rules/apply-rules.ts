import type { Finding, Problem } from '../findings/finding.ts'
import { outerPath } from '../findings/outer-path.ts'
import { referTo } from '../findings/resource-reference.ts'
import type { Severity } from '../findings/severity.ts'
import type { ClusterPrediction } from '../prediction/predict-cluster.ts'
import { RULES } from './index.ts'
import type { ClusterRule, IdleIgnores, Package, PackageRule, Rule } from './rule.ts'

export type RuleSeverities = { readonly [rule: string]: Severity | 'off' }

const INPUT_RULES = RULES.filter((rule) => rule.scope !== 'ignores')
const IGNORE_RULES = RULES.filter((rule) => rule.scope === 'ignores')

/** Every rule's findings on the input, with the severities that the configuration gives. */
export function applyRules(input: Package, severities: RuleSeverities): Finding[] {
  return reportAll(INPUT_RULES, severities, (rule) => problemsOf(rule, input))
}

/** The findings on ignores that did nothing. */
export function applyIgnoreRules(idle: IdleIgnores, severities: RuleSeverities): Finding[] {
  return reportAll(IGNORE_RULES, severities, (rule) => rule.check(idle))
}

/** What the rules that are off would find, with the severities that they have by default. */
export function applyRulesThatAreOff(input: Package, idle: IdleIgnores, severities: RuleSeverities): Finding[] {
  const isOff = ({ id }: Rule) => severities[id] === 'off'
  return [
    ...reportAll(INPUT_RULES.filter(isOff), {}, (rule) => problemsOf(rule, input)),
    ...reportAll(IGNORE_RULES.filter(isOff), {}, (rule) => rule.check(idle)),
  ]
}

function reportAll<R extends Rule>(
  rules: readonly R[],
  severities: RuleSeverities,
  check: (rule: R) => readonly Problem[],
): Finding[] {
  const findings: Finding[] = []
  for (const rule of rules) {
    const severity = severities[rule.id] ?? rule.severity
    if (severity === 'off') continue
    for (const problem of check(rule)) findings.push(asFinding(problem, rule, severity))
  }
  return findings
}

function asFinding(problem: Problem, { id, reference }: Rule, severity: Severity): Finding {
  const { item } = problem
  return {
    rule: id,
    severity,
    ...problem,
    ...(item?.within && { path: outerPath(item, problem.path) }),
    ...(item && { resource: referTo(item) }),
    ...(reference !== undefined && { reference }),
  }
}

function problemsOf(rule: ClusterRule | PackageRule, input: Package): readonly Problem[] {
  if (rule.scope === 'package') return rule.check(input)
  const problems: Problem[] = []
  for (const cluster of input.clusters) {
    for (const problem of rule.check(cluster)) problems.push(inCluster(problem, cluster, input.clusters.length > 1))
  }
  return problems
}

function inCluster(problem: Problem, { items }: ClusterPrediction, several: boolean): Problem {
  return { item: items.hyperConverged, ...(several && { cluster: items.name }), ...problem }
}
