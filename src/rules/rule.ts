import type { AmbiguousItems } from '../cluster/grouping.ts'
import type { Emission } from '../emission/plan-emission.ts'
import type { Problem } from '../findings/finding.ts'
import type { Ignore } from '../findings/ignore.ts'
import type { IgnoreComment } from '../findings/ignore-comments.ts'
import type { Severity } from '../findings/severity.ts'
import type { KnownImages } from '../lock/known-images.ts'
import type { ExistingCron, ExistingDataSource } from '../prediction/existing-crons.ts'
import type { ClusterPrediction } from '../prediction/predict-cluster.ts'
import type { Made, Operating, Readable } from '../prediction/prediction.ts'
import type { Item } from '../resource-list/read-resource-list.ts'
import type { NamedItem } from '../resource-list/resource-list.ts'
import type { Reading } from './reading.ts'
import type { WrittenCron } from './support/written-crons.ts'

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
  /** Where the operators' code says so: `<repository>, <file>, <function>`. */
  readonly sources?: readonly string[]
}

interface RuleOn<Scope extends string, Seen> extends RuleText {
  readonly scope: Scope
  readonly check: (seen: Seen) => Problem[]
}

/**
 * Looks at one cluster; a problem without an item is about its HyperConverged. The scope says how far the cluster must
 * come for the rule to look at it: whatever becomes of it (`cluster`); the API server can store its HyperConverged
 * (`readable`), whether or not HCO takes it; HCO acts on it, and its nodes are known (`operating`); SSP makes its images
 * (`made`).
 */
export type ClusterRule =
  | RuleOn<'cluster', ClusterPrediction>
  | RuleOn<'readable', ClusterPrediction<Readable>>
  | RuleOn<'operating', ClusterPrediction<Operating>>
  | RuleOn<'made', ClusterPrediction<Made>>

/** Looks at one DataImportCron as somebody wrote it: a template of a HyperConverged, or an object of the input. */
export type CronRule = RuleOn<'cron', WrittenCron>

/** What a rule on the whole input sees. */
export interface Package {
  readonly clusters: readonly ClusterPrediction[]
  readonly ambiguous: readonly AmbiguousItems[]
  /** Nodes that count for no cluster, by their directory. */
  readonly strayNodes: readonly (readonly [Item, ...Item[]])[]
  readonly emission: Emission
  /** DataImportCrons of the input that stay in the output. */
  readonly existingCrons: readonly ExistingCron[]
  /** DataSources, likewise. */
  readonly existingDataSources: readonly ExistingDataSource[]
  /** What the registries had; undefined when nobody wrote it down. */
  readonly lock: KnownImages | undefined
  /** Everything in the input, of whatever kind: a list of thousands need not be made where nobody asks. */
  readonly objects: () => readonly NamedItem[]
  readonly hyperConvergedCount: number
  /** What is nearly of a known kind. */
  readonly misspelt: readonly Item[]
  /** Of a command. */
  readonly reading?: Reading | undefined
}

/** Looks at the input as a whole. */
export type PackageRule = RuleOn<'package', Package>

/** Looks at what a command has read, and what it has not. */
export type ReadingRule = RuleOn<'reading', Reading>

/** The ignores that did nothing. */
export interface IdleIgnores {
  /** Of the configuration. */
  readonly unusedEntries: readonly Ignore[]
  readonly unusedComments: readonly IgnoreComment[]
  /** Comments without a rule or a reason: they do not count. */
  readonly incompleteComments: readonly IgnoreComment[]
}

/** Looks at the ignores, once all other rules have spoken. */
export type IgnoreRule = RuleOn<'ignores', IdleIgnores>

export type Rule = ClusterRule | CronRule | PackageRule | ReadingRule | IgnoreRule
