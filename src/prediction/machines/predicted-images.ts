import { type DataSource, objectKey, TEMPLATE_ARCHITECTURE_LABEL } from '../../cluster/data-source.ts'
import { isPointer, type PlannedDataSource } from '../../operators/ssp/data-sources.ts'
import { admittedCrons } from '../cron-outcomes.ts'
import type { Made } from '../prediction.ts'
import { type ImageSource, imageSource } from './image-source.ts'

/** The DataSources that SSP and CDI would make; all images are imported. */
export function predictedImages({ crons, dataSources, multiArch }: Made, goldenImagesNamespace: string): ImageSource[] {
  const filled = admittedCrons(crons).map(({ cron, architecture }) =>
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
  for (const planned of dataSources) {
    const dataSource = ofSsp(planned, goldenImagesNamespace, multiArch)
    const image = byKey.get(objectKey(dataSource))
    // What a DataImportCron fills stays filled; SSP's own label comes before.
    const source = image && !isPointer(planned) ? image.dataSource.source : dataSource.source
    const labels = new Map([...(image?.dataSource.labels ?? []), ...dataSource.labels])
    byKey.set(objectKey(dataSource), { dataSource: { ...dataSource, source, labels }, volume: image?.volume })
  }
  return [...byKey.values()]
}

/** As SSP makes it (ssp-operator, internal/operands/data-sources/reconcile.go). */
function ofSsp(planned: PlannedDataSource, namespace: string, multiArch: boolean): DataSource {
  const { name } = planned
  if (isPointer(planned)) {
    return { namespace, name, labels: new Map(), source: { kind: 'dataSource', namespace, name: planned.pointsTo } }
  }
  const architecture = name.slice(name.lastIndexOf('-') + 1)
  return {
    namespace,
    name,
    labels: new Map(multiArch ? [[TEMPLATE_ARCHITECTURE_LABEL, architecture]] : []),
    source: { kind: 'pvc', namespace, name },
  }
}
