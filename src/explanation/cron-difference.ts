import type { DataImportCron } from '../cluster/data-import-cron.ts'
import { type JsonObject, toJson } from '../json/json.ts'
import { isSameSpec } from '../operators/cdi/same-spec.ts'
import type { PlannedCron } from '../operators/ssp/data-import-crons.ts'
import type { ClusterPrediction } from '../prediction/predict-cluster.ts'
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

/** What becomes of the DataImportCrons of a cluster. */
export interface CronDifference {
  readonly created: readonly CronReference[]
  readonly removed: readonly RemovedCron[]
  /** Their spec, which is immutable, differs: they are deleted, and the image is imported again. */
  readonly replaced: readonly ChangedCron[]
  /** Their labels or annotations alone differ: nothing is imported. */
  readonly updated: readonly ChangedCron[]
  readonly unchanged: number
}

/** Compares the DataImportCrons that SSP would make, by namespace and name; those that are refused count as absent. */
export function compareCrons(
  before: ClusterPrediction | undefined,
  after: ClusterPrediction | undefined,
): CronDifference {
  const old = cronsByName(before)
  const current = cronsByName(after)
  const both = [...current].flatMap(([name, planned]) => {
    const previous = old.get(name)
    return previous ? [{ planned, changes: changesBetween(body(previous.cron), body(planned.cron)), previous }] : []
  })
  const isReplaced = ({ planned, previous }: (typeof both)[number]) => !haveSameSpec(previous.cron, planned.cron)
  const updated = both.filter((pair) => !isReplaced(pair) && pair.changes.length > 0)
  return {
    created: [...current].filter(([name]) => !old.has(name)).map(([, planned]) => refer(planned)),
    removed: [...old].filter(([name]) => !current.has(name)).map(([, planned]) => referToRemoved(planned)),
    replaced: both.filter(isReplaced).map(({ planned, changes }) => ({ ...refer(planned), changes })),
    updated: updated.map(({ planned, changes }) => ({ ...refer(planned), changes })),
    unchanged: both.length - both.filter(isReplaced).length - updated.length,
  }
}

function cronsByName(cluster: ClusterPrediction | undefined): ReadonlyMap<string, PlannedCron> {
  const crons = cluster?.prediction.operation?.ssp.images?.crons ?? []
  const made = crons.filter(({ admission }) => admission.admitted)
  return new Map(made.map((planned) => [`${planned.cron.metadata.namespace}/${planned.cron.metadata.name}`, planned]))
}

function haveSameSpec(before: DataImportCron, after: DataImportCron): boolean {
  return isSameSpec(toJson(before.spec), toJson(after.spec))
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
