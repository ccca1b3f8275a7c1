import type { JsonValue } from '../../json/json.ts'

/** Why a DataImportCron is refused, in the order in which the causes are looked for. */
export type AdmissionCause =
  | 'version-not-served'
  | 'cannot-decode'
  | 'name-too-long'
  | 'spec-immutable'
  | 'missing-source'
  | 'unsettable-fields'
  | 'missing-storage'
  | 'duplicate-storage'
  | 'size-not-positive'
  | 'size-too-small'
  | 'size-missing'
  | 'storage-class-name-too-long'
  | 'access-mode-missing'
  | 'several-access-modes'
  | 'unsupported-access-mode'
  | 'external-population'
  | 'several-sources'
  | 'neither-url-nor-image-stream'
  | 'illegal-registry-url'
  | 'illegal-registry-url-scheme'
  | 'illegal-pull-method'
  | 'image-stream-empty'
  | 'image-stream-without-node-pull'
  | 'incomplete-pvc-source'
  | 'schedule-crashes-parser'
  | 'illegal-schedule'
  | 'illegal-imports-to-keep'
  | 'illegal-garbage-collect'
  | 'managed-data-source-missing'
  | 'managed-data-source-too-long'
  | 'field-required'
  | 'field-value-unsupported'
  | 'field-value-invalid'
  | 'name-missing'
  | 'name-invalid'
  | 'namespace-invalid'
  | 'label-invalid'
  | 'annotation-invalid'
  | 'finalizer-invalid'

export interface Cause {
  kind: AdmissionCause
  /** In the operator's words. */
  message: string
  /** Where, as people write it: `spec.template.spec.storage`. */
  path: string
  /** The value there, where it is a scalar. */
  value?: JsonValue
}

export function cause(kind: AdmissionCause, message: string, path: string, value?: JsonValue): Cause {
  const scalar = value === null || (value !== undefined && typeof value !== 'object')
  return scalar ? { kind, message, path, value } : { kind, message, path }
}
