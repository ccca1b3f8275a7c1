import { objectKey, TEMPLATE_ARCHITECTURE_LABEL } from '../../cluster/data-source.ts'
import { admittedCrons } from '../cron-outcomes.ts'
import { type DataSourceOutcome, dataSourceOutcomes } from '../data-source-outcomes.ts'
import type { ClusterPrediction } from '../predict-cluster.ts'
import type { Made } from '../prediction.ts'
import { type ImageSource, imageSource } from './image-source.ts'

/** The DataSources that SSP and CDI would make; all images are imported. */
export function predictedImages(cluster: ClusterPrediction<Made>): ImageSource[] {
  const filled = admittedCrons(cluster.prediction.crons).map(({ cron, architecture }) =>
    imageSource({
      name: cron.metadata.name,
      namespace: cron.metadata.namespace,
      labels: new Map(Object.entries(cron.metadata.labels ?? {})),
      managedDataSource: cron.spec.managedDataSource,
      url: cron.spec.template.spec.source?.registry?.url,
      architecture,
    }),
  )
  const byKey = new Map(filled.map((image) => [objectKey(image.dataSource), image]))
  return dataSourceOutcomes(cluster).map((outcome) => sourceOf(outcome, byKey.get(objectKey(outcome))))
}

function sourceOf(outcome: DataSourceOutcome, image: ImageSource | undefined): ImageSource {
  const { namespace, name, kind, architecture } = outcome
  if (kind === 'pointer') {
    const source = { kind: 'dataSource', namespace, name: outcome.pointsTo } as const
    return { dataSource: { namespace, name, labels: new Map(), source }, volume: image?.volume }
  }
  const label: [string, string][] = architecture === undefined ? [] : [[TEMPLATE_ARCHITECTURE_LABEL, architecture]]
  if (kind === 'image' && image) {
    const { dataSource } = image
    return { ...image, dataSource: { ...dataSource, labels: new Map([...dataSource.labels, ...label]) } }
  }
  const source = { kind: 'pvc', namespace, name } as const
  return { dataSource: { namespace, name, labels: new Map(label), source }, volume: undefined }
}
