import type { AmbiguousItem } from '../cluster/grouping.ts'
import type { Emission } from '../emission/plan-emission.ts'
import type { Problem } from '../findings/finding.ts'
import type { Ignore } from '../findings/ignore.ts'
import type { IgnoreComment } from '../findings/ignore-comments.ts'
import type { Severity } from '../findings/severity.ts'
import type { ClusterPrediction } from '../prediction/predict-cluster.ts'
import type { ExistingCron } from './support/existing-cron.ts'

interface RuleText {
  readonly id: string
  /** By default; the configuration can change it. */
  readonly severity: Severity
  /** What it finds, in one line. */
  readonly summary: string
  /** What happens on a cluster. */
  readonly why: string
  /** What to do about it. */
  readonly remediation: string
  /** Address that tells more. */
  readonly reference?: string
}

/** Looks at one cluster; a problem without an item is about its HyperConverged. */
export interface ClusterRule extends RuleText {
  readonly scope: 'cluster'
  readonly check: (cluster: ClusterPrediction) => Problem[]
}

/** What a rule on the whole input sees. */
export interface Package {
  readonly clusters: readonly ClusterPrediction[]
  readonly ambiguous: readonly AmbiguousItem[]
  readonly emission: Emission
  /** DataImportCrons of the input that stay in the output. */
  readonly existingCrons: readonly ExistingCron[]
  readonly hyperConvergedCount: number
}

/** Looks at the input as a whole. */
export interface PackageRule extends RuleText {
  readonly scope: 'package'
  readonly check: (input: Package) => Problem[]
}

/** The ignores that did nothing. */
export interface IdleIgnores {
  /** Of the configuration. */
  readonly unusedEntries: readonly Ignore[]
  readonly unusedComments: readonly IgnoreComment[]
  /** Comments without a rule or a reason: they do not count. */
  readonly incompleteComments: readonly IgnoreComment[]
}

/** Looks at the ignores, once all other rules have spoken. */
export interface IgnoreRule extends RuleText {
  readonly scope: 'ignores'
  readonly check: (idle: IdleIgnores) => Problem[]
}

export type Rule = ClusterRule | PackageRule | IgnoreRule
