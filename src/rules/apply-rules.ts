import { withoutBlanks } from '../findings/blanks.ts'
import type { Finding, Problem } from '../findings/finding.ts'
import { outerPath } from '../findings/outer-path.ts'
import { referTo } from '../findings/resource-reference.ts'
import type { Severity } from '../findings/severity.ts'
import { type ClusterPrediction, isMade, isOperating, isReadable } from '../prediction/predict-cluster.ts'
import { RULES } from './index.ts'
import type { ClusterRule, CronRule, IdleIgnores, Package, PackageRule, Rule } from './rule.ts'
import { withProvenance } from './support/provenance.ts'
import { type WrittenCron, writtenCrons } from './support/written-crons.ts'

export type RuleSeverities = { readonly [rule: string]: Severity | 'off' }

const INPUT_RULES = RULES.filter((rule) => rule.scope !== 'ignores')
const IGNORE_RULES = RULES.filter((rule) => rule.scope === 'ignores')

/** The severities that hold for a problem, by the cluster that it names. */
export type SeveritiesOf = (cluster: string | undefined) => RuleSeverities

/** The severity of a rule's problems, one of which can have its own; `off` for those that nobody wants to hear of. */
type SeverityOf = (rule: Rule, cluster: string | undefined, own?: Severity) => Severity | 'off'

/** Every rule's findings on the input, with the severities that the configuration of each cluster gives. */
export function applyRules(input: Package, severitiesOf: SeveritiesOf): Finding[] {
  return applyInputRules(input, configured(severitiesOf))
}

/** The findings on ignores that did nothing. */
export function applyIgnoreRules(idle: IdleIgnores, severities: RuleSeverities): Finding[] {
  return applyToIgnores(
    idle,
    configured(() => severities),
  )
}

/** What the rules that are off would find, with the severities that they have by default. */
export function findWithRulesOff(input: Package, severitiesOf: SeveritiesOf): Finding[] {
  return applyInputRules(input, whereOff(severitiesOf))
}

/** As `findWithRulesOff`, of ignores. */
export function findIdleWithRulesOff(idle: IdleIgnores, severities: RuleSeverities): Finding[] {
  return applyToIgnores(
    idle,
    whereOff(() => severities),
  )
}

function configured(severitiesOf: SeveritiesOf): SeverityOf {
  return (rule, cluster, own = rule.severity) => severitiesOf(cluster)[rule.id] ?? own
}

function whereOff(severitiesOf: SeveritiesOf): SeverityOf {
  return (rule, cluster, own = rule.severity) => (severitiesOf(cluster)[rule.id] === 'off' ? own : 'off')
}

function applyInputRules(input: Package, severityOf: SeverityOf): Finding[] {
  const { reading } = input
  const crons = writtenCrons(input.clusters, input.existingCrons)
  const apply = (rule: ClusterRule | CronRule | PackageRule): Finding[] => {
    switch (rule.scope) {
      case 'package':
        return asFindings(rule.check(input), rule, severityOf)
      case 'cron':
        return asFindings(applyToCrons(rule, crons), rule, severityOf)
      default:
        return applyToClusters(rule, input, severityOf)
    }
  }
  return INPUT_RULES.flatMap((rule) => {
    if (rule.scope === 'reading') return reading ? asFindings(rule.check(reading), rule, severityOf) : []
    return reading ? withoutBlanks(apply(rule), reading.blanks) : apply(rule)
  })
}

function applyToCrons(rule: CronRule, crons: readonly WrittenCron[]): Problem[] {
  return crons.flatMap((cron) => {
    const { template, ...about } = cron.about
    return rule.check(cron).map((problem) => ({ ...about, ...problem, ...(template !== undefined && { template }) }))
  })
}

function applyToClusters(rule: ClusterRule, { clusters }: Package, severityOf: SeverityOf): Finding[] {
  const several = clusters.length > 1
  return clusters.flatMap((cluster) => {
    const { name, hyperConverged: item } = cluster.items
    const named = several ? { cluster: name } : {}
    const problems = severityOf(rule, named.cluster) === 'off' ? [] : problemsOn(cluster, rule)
    if (problems.length === 0) return []
    const placed = problems.map((problem) => ({ item, ...named, ...withProvenance(problem, cluster) }))
    return asFindings(placed, rule, severityOf)
  })
}

/** A cluster that does not come as far as the rule's scope says is none of its business. */
function problemsOn(cluster: ClusterPrediction, rule: ClusterRule): readonly Problem[] {
  switch (rule.scope) {
    case 'cluster':
      return rule.check(cluster)
    case 'readable':
      return isReadable(cluster) ? rule.check(cluster) : []
    case 'operating':
      return isOperating(cluster) ? rule.check(cluster) : []
    case 'made':
      return isMade(cluster) ? rule.check(cluster) : []
  }
}

function applyToIgnores(idle: IdleIgnores, severityOf: SeverityOf): Finding[] {
  return IGNORE_RULES.flatMap((rule) => asFindings(rule.check(idle), rule, severityOf))
}

function asFindings(problems: readonly Problem[], rule: Rule, severityOf: SeverityOf): Finding[] {
  return problems.flatMap((problem) => {
    const severity = severityOf(rule, problem.cluster, problem.severity)
    return severity === 'off' ? [] : [asFinding(problem, rule, severity)]
  })
}

function asFinding(problem: Problem, { id, reference }: Rule, severity: Severity): Finding {
  const { severity: _, ...said } = problem
  const { item } = said
  return {
    rule: id,
    severity,
    ...said,
    ...(item?.within && { path: outerPath(item, said.path) }),
    ...(item && { resource: referTo(item) }),
    ...(reference !== undefined && { reference }),
  }
}
