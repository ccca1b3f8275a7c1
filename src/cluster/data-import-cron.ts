/**
 * The parts of CDI's DataImportCron that its CRD knows (containerized-data-importer, staging/src/kubevirt.io/
 * containerized-data-importer-api/pkg/apis/core/v1beta1/types.go), as they stand once the API server has pruned
 * the rest.
 */
import type { V1LabelSelector, V1TypedLocalObjectReference, V1TypedObjectReference } from '@kubernetes/client-node'

/** The architectures of a template's image, separated by commas. */
export const ARCHITECTURES_ANNOTATION = 'ssp.kubevirt.io/dict.architectures'
export const BIND_IMMEDIATE_ANNOTATION = 'cdi.kubevirt.io/storage.bind.immediate.requested'

export interface ObjectMetadata {
  name?: string
  namespace?: string
  labels?: { [key: string]: string }
  annotations?: { [key: string]: string }
  finalizers?: string[]
}

export interface RegistrySource {
  url?: string
  imageStream?: string
  pullMethod?: string
  secretRef?: string
  certConfigMap?: string
  platform?: { architecture?: string }
}

export interface DataVolumeSource {
  registry?: RegistrySource
  pvc?: { name: string; namespace: string }
  snapshot?: { name: string; namespace: string }
  http?: object
  s3?: object
  gcs?: object
  upload?: object
  blank?: object
  imageio?: object
  vddk?: object
}

/** `storage` or `pvc` of a DataVolume: what is asked of the claim. */
export interface StorageRequest {
  accessModes?: string[]
  selector?: V1LabelSelector
  resources?: { requests?: { [name: string]: string | number }; limits?: { [name: string]: string | number } }
  volumeName?: string
  storageClassName?: string
  volumeMode?: string
  /** Of a `pvc` alone: a `storage` has none. */
  volumeAttributesClassName?: string
  dataSource?: V1TypedLocalObjectReference
  dataSourceRef?: V1TypedObjectReference
}

export interface DataVolumeSpec {
  source?: DataVolumeSource
  sourceRef?: { kind: string; name: string; namespace?: string }
  pvc?: StorageRequest
  storage?: StorageRequest
  priorityClassName?: string
  serviceAccountName?: string
  contentType?: string
  checkpoints?: { current: string; previous: string }[]
  finalCheckpoint?: boolean
  preallocation?: boolean
}

export interface DataImportCronSpec {
  template: { metadata?: ObjectMetadata; spec: DataVolumeSpec }
  schedule: string
  managedDataSource: string
  garbageCollect?: string
  importsToKeep?: number
  retentionPolicy?: string
  serviceAccountName?: string
}

/** One entry of a HyperConverged's `dataImportCronTemplates`. */
export interface DataImportCronTemplate {
  metadata: ObjectMetadata
  spec?: DataImportCronSpec
}

export interface DataImportCron {
  apiVersion: 'cdi.kubevirt.io/v1beta1'
  kind: 'DataImportCron'
  metadata: ObjectMetadata & { name: string; namespace: string }
  spec: DataImportCronSpec
}
