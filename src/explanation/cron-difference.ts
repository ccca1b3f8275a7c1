import type { DataImportCron } from '../cluster/data-import-cron.ts'
import { equalJson } from '../json/equal-json.ts'
import { groupBy } from '../json/group-by.ts'
import { type JsonObject, toJson } from '../json/json.ts'
import { compareBytes } from '../kubernetes/byte-order.ts'
import { isSameSpec } from '../operators/cdi/same-spec.ts'
import type { PlannedCron } from '../operators/ssp/data-import-crons.ts'
import { admittedCrons } from '../prediction/cron-outcomes.ts'
import { type ClusterPrediction, isMade } from '../prediction/predict-cluster.ts'
import { type Change, changesBetween } from './changes.ts'
import { describeSource } from './describe-source.ts'

/** A DataImportCron, as much of it as tells one from another. */
export interface CronReference {
  readonly namespace: string
  readonly name: string
  /** Absent: nobody chose one. */
  readonly architecture?: string
  /** The DataSource that it fills. */
  readonly dataSource: string
  /** Where its image comes from. */
  readonly image?: string
}

export interface RemovedCron extends CronReference {
  /** `retentionPolicy: None` deletes what it imported together with it; otherwise that stays, and takes its storage. */
  readonly keepsVolumes: boolean
}

export interface ChangedCron extends CronReference {
  readonly changes: readonly Change[]
}

export interface ReplacedCron extends ChangedCron {
  /**
   * What it imported before stays, and is taken again: for the same DataSource, and not of `retentionPolicy: None`
   * (containerized-data-importer, pkg/controller/dataimportcron-controller.go, createImportDataVolume and cleanup).
   */
  readonly takesVolumes: boolean
}

/** A name for which it is random, on one side at least, what a DataImportCron has. */
export interface RandomCron {
  readonly namespace: string
  readonly name: string
  /** How many DataImportCrons want the name. */
  readonly before: number
  readonly after: number
}

/** What becomes of the DataImportCrons of a cluster. */
export interface CronDifference {
  readonly created: readonly CronReference[]
  readonly removed: readonly RemovedCron[]
  /** Their spec, which is immutable, differs: they are deleted and made again. */
  readonly replaced: readonly ReplacedCron[]
  /** Several templates lead to one name: which of their DataImportCrons is there can't be told. They differ. */
  readonly random: readonly RandomCron[]
  /** Their labels or annotations alone differ: nothing is imported. */
  readonly updated: readonly ChangedCron[]
  readonly unchanged: number
}

/** Compares the DataImportCrons that SSP would make, by namespace and name; those that are refused count as absent. */
export function compareCrons(
  before: ClusterPrediction | undefined,
  after: ClusterPrediction | undefined,
): CronDifference {
  const [old, current] = [cronsByName(before), cronsByName(after)]
  const names = [...new Set([...current.keys(), ...old.keys()])]
  const pairs = names.map((name) => ({ before: old.get(name) ?? [], after: current.get(name) ?? [] }))
  const [clashing, certain] = split(pairs, (pair) => pair.before.length > 1 || pair.after.length > 1)
  const [random, alike] = split(clashing, (pair) => !equalJson(bodies(pair.before), bodies(pair.after)))
  const both = certain.flatMap(({ before: [previous], after: [planned] }) =>
    previous && planned
      ? [{ planned, previous, changes: changesBetween(body(previous.cron), body(planned.cron)) }]
      : [],
  )
  const [replaced, kept] = split(both, ({ planned, previous }) => !haveSameSpec(previous.cron, planned.cron))
  const [updated, unchanged] = split(kept, ({ changes }) => changes.length > 0)
  return {
    created: certain.flatMap((pair) => (pair.before.length === 0 ? pair.after.map(refer) : [])),
    removed: certain.flatMap((pair) => (pair.after.length === 0 ? pair.before.map(referToRemoved) : [])),
    replaced: replaced.map(({ planned, previous, changes }) => ({
      ...refer(planned),
      changes,
      takesVolumes: takesVolumes(previous.cron, planned.cron),
    })),
    random: random.map(referToRandom),
    updated: updated.map(({ planned, changes }) => ({ ...refer(planned), changes })),
    unchanged: unchanged.length + alike.flatMap((pair) => pair.after).length,
  }
}

interface Pair {
  readonly before: readonly PlannedCron[]
  readonly after: readonly PlannedCron[]
}

function split<T>(values: readonly T[], isFirst: (value: T) => boolean): [first: T[], second: T[]] {
  return [values.filter(isFirst), values.filter((value) => !isFirst(value))]
}

function cronsByName(cluster: ClusterPrediction | undefined): ReadonlyMap<string, readonly PlannedCron[]> {
  const admitted = cluster && isMade(cluster) ? admittedCrons(cluster.prediction.crons) : []
  return groupBy(admitted, ({ cron: { metadata } }) => `${metadata.namespace}/${metadata.name}`)
}

/** In an order that the templates' order does not change. */
function bodies(crons: readonly PlannedCron[]): JsonObject[] {
  const texts = crons.map(({ cron }) => ({ text: JSON.stringify(cron), value: body(cron) }))
  return texts.sort((a, b) => compareBytes(a.text, b.text)).map(({ value }) => value)
}

function referToRandom({ before, after }: Pair): RandomCron {
  const [{ cron } = { cron: undefined }] = [...after, ...before]
  const { namespace = '', name = '' } = cron?.metadata ?? {}
  return { namespace, name, before: before.length, after: after.length }
}

function haveSameSpec(before: DataImportCron, after: DataImportCron): boolean {
  return isSameSpec(toJson(before.spec), toJson(after.spec))
}

function takesVolumes(before: DataImportCron, after: DataImportCron): boolean {
  return before.spec.retentionPolicy !== 'None' && before.spec.managedDataSource === after.spec.managedDataSource
}

function body({ metadata: { labels, annotations }, spec }: DataImportCron): JsonObject {
  return toJson({ metadata: { labels, annotations }, spec })
}

function refer({ cron, architecture }: PlannedCron): CronReference {
  const { namespace, name } = cron.metadata
  const image = describeSource(cron.spec.template.spec.source)
  return {
    namespace,
    name,
    ...(architecture && { architecture }),
    dataSource: cron.spec.managedDataSource,
    ...(image !== undefined && { image }),
  }
}

function referToRemoved(planned: PlannedCron): RemovedCron {
  return { ...refer(planned), keepsVolumes: planned.cron.spec.retentionPolicy !== 'None' }
}
