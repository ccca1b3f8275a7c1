/**
 * What CDI makes of DataSources: whether they are ready, what they stand for, and which labels are copied onto them.
 * Source: CDI pkg/controller/datasource-controller.go, pkg/controller/common/util.go (ResolveDataSourceChain).
 */
import { type DataSource, type ObjectName, objectKey, type VolumeName } from '../../cluster/data-source.ts'

type DataSourceReason =
  | 'Ready'
  | 'NoSource'
  | 'NotFound'
  | 'SelfReference'
  | 'CrossNamespaceReference'
  | 'MaxReferenceDepthReached'

/** A DataSource with the status that CDI gives it. */
export interface ResolvedDataSource extends DataSource, VolumeLabels {
  readonly reason: DataSourceReason
  /** In CDI's words. */
  readonly message: string
  /** `status.source`: there only while it is ready. */
  readonly volume: VolumeName | undefined
}

/** What is known of a claim or snapshot. */
export interface VolumeLabels {
  readonly labels: ReadonlyMap<string, string>
  /** Its image, which nobody here has seen, can bring more of them. */
  readonly hasUnknownLabels: boolean
}

/** Undefined for a claim or snapshot that does not exist. */
export type FindVolume = (volume: VolumeName) => VolumeLabels | undefined

export type DataSources = ReadonlyMap<string, ResolvedDataSource>

/** Those labels of a volume are copied onto its DataSource, and onto a pointer to that. */
export const COPIED_LABEL = /^([A-Za-z0-9_.]+\.)?kubevirt\.io\//

type Status = Pick<ResolvedDataSource, 'reason' | 'message' | 'volume'>

/** All DataSources of a cluster as CDI leaves them, by `objectKey`. */
export function resolveDataSources(dataSources: readonly DataSource[], findVolume: FindVolume): DataSources {
  const byKey = new Map(dataSources.map((dataSource) => [objectKey(dataSource), dataSource]))
  return new Map(
    [...byKey].map(([key, dataSource]) => {
      const status = resolve(dataSource, byKey, findVolume)
      const volume = status.volume && findVolume(status.volume)
      const labels = volume ? copyLabels(dataSource.labels, volume.labels) : dataSource.labels
      return [key, { ...dataSource, ...status, labels, hasUnknownLabels: volume?.hasUnknownLabels ?? false }]
    }),
  )
}

function resolve(dataSource: DataSource, byKey: ReadonlyMap<string, DataSource>, findVolume: FindVolume): Status {
  const { source } = dataSource
  if (source?.kind !== 'dataSource') return volumeStatus(source, dataSource, findVolume)
  const target: ObjectName = { name: source.name, namespace: source.namespace || dataSource.namespace }
  if (objectKey(target) === objectKey(dataSource)) {
    return notReady('SelfReference', 'DataSource cannot self-reference')
  }
  if (target.namespace !== dataSource.namespace) {
    return notReady('CrossNamespaceReference', 'DataSource cannot reference a DataSource in another namespace')
  }
  const found = byKey.get(objectKey(target))
  if (!found) return notReady('NotFound', notFound(target.name))
  if (found.source?.kind === 'dataSource') {
    return notReady('MaxReferenceDepthReached', 'DataSource reference chain exceeds maximum depth of 1')
  }
  return volumeStatus(found.source, found, findVolume)
}

function volumeStatus(source: VolumeName | undefined, owner: DataSource, findVolume: FindVolume): Status {
  if (!source) return notReady('NoSource', 'No source PVC set')
  const volume = { ...source, namespace: source.namespace || owner.namespace }
  if (findVolume(volume)) return { reason: 'Ready', message: 'DataSource is ready to be consumed', volume }
  return notReady('NotFound', source.kind === 'pvc' ? 'PVC not found' : 'Snapshot not found')
}

function notReady(reason: DataSourceReason, message: string): Status {
  return { reason, message, volume: undefined }
}

/** What the API server says of a DataSource that is not there. */
export function notFound(name: string): string {
  return `datasources.cdi.kubevirt.io ${JSON.stringify(name)} not found`
}

function copyLabels(
  own: ReadonlyMap<string, string>,
  ofVolume: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return new Map([...own, ...[...ofVolume].filter(([key]) => COPIED_LABEL.test(key))])
}
