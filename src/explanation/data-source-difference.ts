import { handedCrons } from '../prediction/cron-outcomes.ts'
import { type DataSourceOutcome, dataSourceOutcomes } from '../prediction/data-source-outcomes.ts'
import { type ClusterPrediction, isMade } from '../prediction/predict-cluster.ts'

/** A DataSource whose meaning for VMs differs; `before` or `after` is absent where it is not there. */
export interface DataSourceDifference {
  readonly namespace: string
  readonly name: string
  readonly before?: DataSourceOutcome
  readonly after?: DataSourceOutcome
  /** Nobody fills it any more, and it stays as it is, because the DataImportCron's `retentionPolicy` is not `None`. */
  readonly retained?: true
}

/**
 * The DataSources that mean something else to a VM: they appear or disappear, hold an image or lead to another name,
 * lead elsewhere, or give another architecture. Which DataImportCron fills them does not matter to a VM.
 */
export function compareDataSources(
  before: ClusterPrediction | undefined,
  after: ClusterPrediction | undefined,
): DataSourceDifference[] {
  const isRetained = retainedBy(before)
  const old = byName(before)
  const current = byName(after)
  return [...new Set([...old.keys(), ...current.keys()])].flatMap((key) => {
    const one = old.get(key)
    const other = current.get(key)
    const named = other ?? one
    if (!named || sameMeaning(one, other)) return []
    const { namespace, name } = named
    const retained = one && !other && isRetained(one)
    return [
      { namespace, name, ...(one && { before: one }), ...(other && { after: other }), ...(retained && { retained }) },
    ]
  })
}

function retainedBy(cluster: ClusterPrediction | undefined): (dataSource: DataSourceOutcome) => boolean {
  const crons = cluster && isMade(cluster) ? handedCrons(cluster.prediction.crons) : []
  // Reversed, so that the first of a name counts.
  const fillers = new Map(
    crons.toReversed().map(({ cron: { metadata, spec } }) => [`${metadata.namespace}/${metadata.name}`, spec]),
  )
  return ({ kind, namespace, cron }) => {
    const filler = kind === 'image' ? fillers.get(`${namespace}/${cron}`) : undefined
    return filler !== undefined && filler.retentionPolicy !== 'None'
  }
}

function byName(cluster: ClusterPrediction | undefined): ReadonlyMap<string, DataSourceOutcome> {
  const all = cluster && isMade(cluster) ? dataSourceOutcomes(cluster) : []
  return new Map(all.map((one) => [`${one.namespace}/${one.name}`, one]))
}

function sameMeaning(one: DataSourceOutcome | undefined, other: DataSourceOutcome | undefined): boolean {
  if (!one || !other) return false
  const isEmpty = ({ cron }: DataSourceOutcome) => cron === undefined
  return (
    one.kind === other.kind &&
    one.pointsTo === other.pointsTo &&
    one.architecture === other.architecture &&
    isEmpty(one) === isEmpty(other)
  )
}
