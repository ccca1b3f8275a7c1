import { type AppliedIgnores, applyIgnores, type IgnoreEntries } from '../findings/apply-ignores.ts'
import { type Finding, sortFindings } from '../findings/finding.ts'
import type { Ignore } from '../findings/ignore.ts'
import type { IgnoreComment } from '../findings/ignore-comments.ts'
import { nameCauses } from '../findings/name-causes.ts'
import { type FailOn, reaches } from '../findings/severity.ts'
import { groupBy } from '../json/group-by.ts'
import {
  applyIgnoreRules,
  applyRules,
  findIdleWithRulesOff,
  findWithRulesOff,
  type RuleSeverities,
} from './apply-rules.ts'
import type { IdleIgnores, Package } from './rule.ts'

/** What a configuration says of findings. */
interface Measure {
  readonly rules: RuleSeverities
  readonly ignore: IgnoreEntries
  readonly failOn: FailOn
}

/** Tells what counts where. */
interface Measures {
  /** All that there are, each once. */
  readonly all: readonly Measure[]
  /** For what names a cluster, or none. */
  readonly forCluster: (name: string | undefined) => Measure
  readonly forFile: (file: string) => Measure
}

export interface Judged {
  /** The most severe first; ignored ones are among them. */
  readonly findings: readonly Finding[]
  /** What rules that are off would find, for who wants to know. */
  readonly findOff: () => readonly Finding[]
  /** A finding reaches `failOn`. */
  readonly failed: boolean
}

/** Lets every rule look at the input, each cluster by its own measure. `texts` may hold comments of ours, by their files. */
export function judge(input: Package, measures: Measures, texts: ReadonlyMap<string, string>): Judged {
  const { all, forCluster } = measures
  const severitiesOf = (cluster: string | undefined) => forCluster(cluster).rules
  const entries = {
    all: all.map(({ ignore }) => ignore),
    of: ({ cluster }: Finding) => forCluster(cluster).ignore,
  }
  const applied = applyIgnores(applyRules(input, severitiesOf), entries, texts)
  const idle = idleByMeasure(applied, measures)
  const idleFindings = idle.flatMap(({ measure, ignores }) => applyIgnoreRules(ignores, measure.rules))
  const findings = sortFindings(nameCauses([...applied.findings, ...idleFindings]))
  return {
    findings,
    findOff: () => [
      ...findWithRulesOff(input, severitiesOf),
      ...idle.flatMap(({ measure, ignores }) => findIdleWithRulesOff(ignores, measure.rules)),
    ],
    failed: findings.some(({ cluster, ignored, severity }) => {
      return !ignored && reaches(severity, forCluster(cluster).failOn)
    }),
  }
}

/** The ignores that did nothing, each with what says how severe that is. */
function idleByMeasure(
  { unusedEntries, unusedComments, incompleteComments }: AppliedIgnores,
  { all, forFile }: Measures,
): { readonly measure: Measure; readonly ignores: IdleIgnores }[] {
  // An entry that many have is told for the first of them.
  const measureOf = new Map<Ignore, Measure>()
  for (const measure of all) {
    for (const entry of measure.ignore) if (!measureOf.has(entry)) measureOf.set(entry, measure)
  }
  const byFile = ({ position }: IgnoreComment) => forFile(position.file)
  const entries = groupBy(unusedEntries, (entry) => measureOf.get(entry))
  const unused = groupBy(unusedComments, byFile)
  const incomplete = groupBy(incompleteComments, byFile)
  return all.map((measure) => ({
    measure,
    ignores: {
      unusedEntries: entries.get(measure) ?? [],
      unusedComments: unused.get(measure) ?? [],
      incompleteComments: incomplete.get(measure) ?? [],
    },
  }))
}
