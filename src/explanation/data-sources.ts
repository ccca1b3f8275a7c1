import { compareBytes } from '../kubernetes/byte-order.ts'
import { isPointer, type PlannedDataSource } from '../operators/ssp/data-sources.ts'
import { admittedCrons } from '../prediction/cron-outcomes.ts'
import type { ClusterPrediction } from '../prediction/predict-cluster.ts'
import type { Made } from '../prediction/prediction.ts'

/** What a VM finds behind the name of a DataSource. */
export interface DataSourceMeaning {
  readonly namespace: string
  readonly name: string
  /**
   * `image`: what a DataImportCron imports; `pointer`: another DataSource; `volume`: a volume of the same name, which
   * nobody here makes.
   */
  readonly kind: 'image' | 'pointer' | 'volume'
  /** The DataImportCron that fills it, or that fills what it leads to. */
  readonly cron?: string
  /** The DataSource that it leads to. */
  readonly pointsTo?: string
  /** The value of its architecture label, or of the one that it leads to: VMs take it. Absent: it has none. */
  readonly architecture?: string
}

/** Every DataSource that SSP or CDI would make, sorted by namespace and name. */
export function dataSourcesOf(cluster: ClusterPrediction<Made>): DataSourceMeaning[] {
  const { prediction, goldenImagesNamespace } = cluster
  const filled = admittedCrons(prediction.crons).map(({ cron, architecture }): DataSourceMeaning => {
    const { namespace, name } = cron.metadata
    const label = architecture && { architecture }
    return { namespace, name: cron.spec.managedDataSource, kind: 'image', cron: name, ...label }
  })
  const byKey = new Map(filled.map((one) => [keyOf(one), one]))
  const bySsp = prediction.dataSources.map((planned): DataSourceMeaning => {
    const image = byKey.get(keyOf({ namespace: goldenImagesNamespace, name: target(planned) }))
    return describe(planned, goldenImagesNamespace, image, prediction.multiArch)
  })
  // SSP's own word on a DataSource, a label among it, comes before CDI's.
  for (const one of bySsp) byKey.set(keyOf(one), one)
  return [...byKey.values()].sort((a, b) => compareBytes(keyOf(a), keyOf(b)))
}

function describe(
  planned: PlannedDataSource,
  namespace: string,
  image: DataSourceMeaning | undefined,
  multiArch: boolean,
): DataSourceMeaning {
  const { name } = planned
  const cron = image?.cron === undefined ? {} : { cron: image.cron }
  if (isPointer(planned)) {
    const { pointsTo } = planned
    return { namespace, name, kind: 'pointer', pointsTo, architecture: pointsTo.slice(name.length + 1), ...cron }
  }
  // SSP labels its own DataSources, of which each has an architecture in its name.
  const label = multiArch ? { architecture: name.slice(name.lastIndexOf('-') + 1) } : {}
  return { namespace, name, kind: image ? 'image' : 'volume', ...cron, ...label }
}

function target(planned: PlannedDataSource): string {
  return isPointer(planned) ? planned.pointsTo : planned.name
}

function keyOf({ namespace, name }: Pick<DataSourceMeaning, 'namespace' | 'name'>): string {
  return `${namespace}/${name}`
}
