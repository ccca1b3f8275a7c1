import type { DataSource, ObjectName, VolumeName } from '../../cluster/data-source.ts'
import { COPIED_LABEL, type VolumeLabels } from '../../operators/cdi/data-source.ts'
import { labelsOfImage } from './image-labels.ts'

/** A DataSource, and the volume behind it when a DataImportCron fills that. */
export interface ImageSource {
  readonly dataSource: DataSource
  readonly volume: (VolumeName & VolumeLabels) | undefined
  /** What the status of an exported one says. */
  readonly isReady?: boolean | undefined
}

/** A DataImportCron, as far as its DataSource and its volumes are concerned. */
export interface FillingCron extends ObjectName {
  readonly labels: ReadonlyMap<string, string>
  readonly managedDataSource: string
  readonly url: string | undefined
  readonly architecture: string | undefined
}

/**
 * What CDI leaves once a DataImportCron has imported its image, whose digest nobody here knows (CDI
 * pkg/controller/dataimportcron-controller.go, setDataImportCronResourceLabels).
 */
export function imageSource(cron: FillingCron): ImageSource {
  const { namespace, managedDataSource, url, architecture } = cron
  const own = new Map([
    ...[...cron.labels].filter(([key]) => COPIED_LABEL.test(key)),
    ['cdi.kubevirt.io/dataImportCron', cron.name] as const,
  ])
  const ofImage = labelsOfImage(url, architecture)
  const source: VolumeName = { kind: 'pvc', namespace, name: `${managedDataSource}-<digest>` }
  return {
    dataSource: { namespace, name: managedDataSource, labels: own, source },
    volume: { ...source, labels: new Map([...(ofImage ?? []), ...own]), hasUnknownLabels: ofImage === undefined },
  }
}
