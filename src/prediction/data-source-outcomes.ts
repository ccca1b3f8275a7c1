import { compareBytes } from '../kubernetes/byte-order.ts'
import { isPointer, type PlannedDataSource } from '../operators/ssp/data-sources.ts'
import { admittedCrons } from './cron-outcomes.ts'
import type { ClusterPrediction } from './predict-cluster.ts'
import type { Made } from './prediction.ts'

/** A DataSource that SSP or CDI makes, and what a VM finds behind its name. */
export type DataSourceOutcome = ImageDataSource | PointerDataSource | VolumeDataSource

interface Named {
  readonly namespace: string
  readonly name: string
  /** The value of its architecture label, or of the one that it leads to: VMs take it. Absent: it has none. */
  readonly architecture?: string
}

interface ImageDataSource extends Named {
  readonly kind: 'image'
  /** The DataImportCron that fills it. */
  readonly cron: string
  readonly pointsTo?: undefined
}

interface PointerDataSource extends Named {
  readonly kind: 'pointer'
  /** The DataSource that it leads to. */
  readonly pointsTo: string
  /** The DataImportCron that fills that; absent when none does. */
  readonly cron?: string
}

/** It leads to a volume of its name, which nobody here makes. */
interface VolumeDataSource extends Named {
  readonly kind: 'volume'
  readonly cron?: undefined
  readonly pointsTo?: undefined
}

/** Every DataSource that SSP or CDI would make, sorted by namespace and name. */
export function dataSourceOutcomes({
  prediction,
  goldenImagesNamespace,
}: ClusterPrediction<Made>): DataSourceOutcome[] {
  const byKey = new Map<string, DataSourceOutcome>()
  for (const { cron, architecture } of admittedCrons(prediction.crons)) {
    const { namespace, name } = cron.metadata
    const dataSource = { namespace, name: cron.spec.managedDataSource }
    byKey.set(keyOf(dataSource), { ...dataSource, kind: 'image', cron: name, ...(architecture && { architecture }) })
  }
  // SSP's own word on a DataSource, a label among it, comes before CDI's.
  const bySsp = prediction.dataSources.map((planned): DataSourceOutcome => {
    const target = isPointer(planned) ? planned.pointsTo : planned.name
    const { cron } = byKey.get(keyOf({ namespace: goldenImagesNamespace, name: target })) ?? {}
    return outcomeOf(planned, goldenImagesNamespace, cron)
  })
  for (const one of bySsp) byKey.set(keyOf(one), one)
  return [...byKey.values()].sort((a, b) => compareBytes(keyOf(a), keyOf(b)))
}

function outcomeOf(planned: PlannedDataSource, namespace: string, cron: string | undefined): DataSourceOutcome {
  const { name, architecture } = planned
  const label = architecture && { architecture }
  if (isPointer(planned)) {
    const { pointsTo } = planned
    return { namespace, name, kind: 'pointer', pointsTo, ...label, ...(cron !== undefined && { cron }) }
  }
  return cron === undefined
    ? { namespace, name, kind: 'volume', ...label }
    : { namespace, name, kind: 'image', cron, ...label }
}

function keyOf({ namespace, name }: Named): string {
  return `${namespace}/${name}`
}
