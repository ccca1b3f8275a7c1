/**
 * A template as Go's types carry it (containerized-data-importer, core/v1beta1/types.go; Kubernetes' meta/v1 and
 * core/v1): reading it into them and writing it again is what every operator of the chain does, and it shows. Unknown
 * fields, empty maps, empty lists and empty strings without a pointer are gone, a claim always has `resources`, and
 * quantities are canonical. Fields of the wrong type are left out: the CRD has refused them before.
 */

import {
  booleanAt,
  type JsonObject,
  type JsonValue,
  listAt,
  numberAt,
  objectAt,
  stringAt,
  stringMapAt,
  valueAt,
} from '../json/json.ts'
import { compareBytes } from '../kubernetes/byte-order.ts'
import { canonicalQuantity } from '../kubernetes/quantity.ts'
import type {
  DataImportCronSpec,
  DataImportCronTemplate,
  DataVolumeSource,
  DataVolumeSpec,
  ObjectMetadata,
  RegistrySource,
  StorageRequest,
} from './data-import-cron.ts'

/** Reads one entry of `dataImportCronTemplates`. */
export function readTemplate(template: JsonValue): DataImportCronTemplate {
  const spec = objectAt(template, 'spec')
  return present({
    metadata: readMetadata(objectAt(template, 'metadata') ?? {}),
    spec: spec && readSpec(spec),
  })
}

function readMetadata(metadata: JsonObject): ObjectMetadata {
  return present({
    name: filled(stringAt(metadata, 'name')),
    namespace: filled(stringAt(metadata, 'namespace')),
    labels: readMap(metadata, 'labels'),
    annotations: readMap(metadata, 'annotations'),
    finalizers: readWords(metadata, 'finalizers'),
  })
}

function readSpec(spec: JsonObject): DataImportCronSpec {
  const metadata = objectAt(spec, 'template', 'metadata')
  const templateMetadata = metadata && readMetadata(metadata)
  return present({
    managedDataSource: stringAt(spec, 'managedDataSource') ?? '',
    schedule: stringAt(spec, 'schedule') ?? '',
    garbageCollect: stringAt(spec, 'garbageCollect'),
    importsToKeep: numberAt(spec, 'importsToKeep'),
    retentionPolicy: stringAt(spec, 'retentionPolicy'),
    serviceAccountName: stringAt(spec, 'serviceAccountName'),
    template: present({
      metadata: templateMetadata && Object.keys(templateMetadata).length > 0 ? templateMetadata : undefined,
      spec: readVolume(objectAt(spec, 'template', 'spec') ?? {}),
    }),
  })
}

function readVolume(volume: JsonObject): DataVolumeSpec {
  const source = objectAt(volume, 'source')
  const pvc = objectAt(volume, 'pvc')
  const storage = objectAt(volume, 'storage')
  const checkpoints = listAt(volume, 'checkpoints').map((checkpoint) => ({
    previous: stringAt(checkpoint, 'previous') ?? '',
    current: stringAt(checkpoint, 'current') ?? '',
  }))
  return present({
    source: source && readSource(source),
    sourceRef: readReference(objectAt(volume, 'sourceRef')),
    pvc: pvc && readStorage(pvc),
    storage: storage && readStorage(storage),
    priorityClassName: filled(stringAt(volume, 'priorityClassName')),
    serviceAccountName: filled(stringAt(volume, 'serviceAccountName')),
    contentType: filled(stringAt(volume, 'contentType')),
    checkpoints: checkpoints.length > 0 ? checkpoints : undefined,
    finalCheckpoint: booleanAt(volume, 'finalCheckpoint') || undefined,
    preallocation: booleanAt(volume, 'preallocation'),
  })
}

function readSource(source: JsonObject): DataVolumeSource {
  const registry = objectAt(source, 'registry')
  return present({
    registry: registry && readRegistry(registry),
    pvc: readNamedObject(objectAt(source, 'pvc')),
    snapshot: readNamedObject(objectAt(source, 'snapshot')),
    http: objectAt(source, 'http'),
    s3: objectAt(source, 's3'),
    gcs: objectAt(source, 'gcs'),
    upload: objectAt(source, 'upload'),
    blank: objectAt(source, 'blank'),
    imageio: objectAt(source, 'imageio'),
    vddk: objectAt(source, 'vddk'),
  })
}

function readRegistry(registry: JsonObject): RegistrySource {
  const platform = objectAt(registry, 'platform')
  return present({
    url: stringAt(registry, 'url'),
    imageStream: stringAt(registry, 'imageStream'),
    pullMethod: stringAt(registry, 'pullMethod'),
    secretRef: stringAt(registry, 'secretRef'),
    certConfigMap: stringAt(registry, 'certConfigMap'),
    platform: platform && present({ architecture: filled(stringAt(platform, 'architecture')) }),
  })
}

function readStorage(storage: JsonObject): StorageRequest {
  const selector = objectAt(storage, 'selector')
  return present({
    accessModes: readWords(storage, 'accessModes'),
    selector: selector && readSelector(selector),
    resources: present({
      limits: readQuantities(objectAt(storage, 'resources', 'limits')),
      requests: readQuantities(objectAt(storage, 'resources', 'requests')),
    }),
    volumeName: filled(stringAt(storage, 'volumeName')),
    storageClassName: stringAt(storage, 'storageClassName'),
    volumeMode: stringAt(storage, 'volumeMode'),
    volumeAttributesClassName: stringAt(storage, 'volumeAttributesClassName'),
    dataSource: readReference(objectAt(storage, 'dataSource')),
    dataSourceRef: readReference(objectAt(storage, 'dataSourceRef')),
  })
}

function readSelector(selector: JsonObject) {
  const expressions = listAt(selector, 'matchExpressions').map((expression) =>
    present({
      key: stringAt(expression, 'key') ?? '',
      operator: stringAt(expression, 'operator') ?? '',
      values: readWords(expression, 'values'),
    }),
  )
  return present({
    matchLabels: readMap(selector, 'matchLabels'),
    matchExpressions: expressions.length > 0 ? expressions : undefined,
  })
}

function readReference(reference: JsonObject | undefined) {
  if (!reference) return undefined
  return present({
    apiGroup: stringAt(reference, 'apiGroup'),
    kind: stringAt(reference, 'kind') ?? '',
    name: stringAt(reference, 'name') ?? '',
    namespace: stringAt(reference, 'namespace'),
  })
}

function readNamedObject(value: JsonObject | undefined) {
  return value && { namespace: stringAt(value, 'namespace') ?? '', name: stringAt(value, 'name') ?? '' }
}

function readQuantities(quantities: JsonObject | undefined): { [name: string]: string } | undefined {
  const entries = Object.keys(quantities ?? {}).map((name) => [name, printQuantity(valueAt(quantities, name))] as const)
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

function printQuantity(quantity: JsonValue | undefined): string {
  if (typeof quantity !== 'string' && typeof quantity !== 'number') return ''
  return canonicalQuantity(quantity) ?? String(quantity)
}

function readMap(parent: JsonObject, key: string): { [key: string]: string } | undefined {
  const map = stringMapAt(parent, key)
  // Go prints maps sorted by key.
  return map.size > 0 ? Object.fromEntries([...map].sort(([a], [b]) => compareBytes(a, b))) : undefined
}

function readWords(parent: JsonValue, key: string): string[] | undefined {
  const words = listAt(parent, key).filter((word): word is string => typeof word === 'string')
  return words.length > 0 ? words : undefined
}

/** Go's `omitempty` on a string that is no pointer. */
function filled(text: string | undefined): string | undefined {
  return text === '' ? undefined : text
}

/** Without the members that are undefined, so that two readings of equal templates are deeply equal. */
function present<T extends object>(value: T): T {
  for (const key of Object.keys(value)) {
    if (Reflect.get(value, key) === undefined) Reflect.deleteProperty(value, key)
  }
  return value
}
