/**
 * Where CDI's CRD knows which fields of a DataImportCron, by the path of what has them (containerized-data-importer,
 * staging/…/pkg/apis/core/v1beta1/types.go).
 */
export const DATA_IMPORT_CRON_FIELDS: ReadonlyMap<string, readonly string[]> = fieldsByPlace()

function fieldsByPlace(): ReadonlyMap<string, readonly string[]> {
  const volume = 'spec.template.spec'
  const claim = [
    'accessModes',
    'selector',
    'resources',
    'volumeName',
    'storageClassName',
    'volumeMode',
    'dataSource',
    'dataSourceRef',
  ]
  return new Map([
    [
      'spec',
      [
        'template',
        'schedule',
        'garbageCollect',
        'importsToKeep',
        'managedDataSource',
        'retentionPolicy',
        'serviceAccountName',
      ],
    ],
    ['spec.template', ['metadata', 'spec']],
    [volume, ['source', 'storage', 'pvc', 'priorityClassName', 'preallocation']],
    [`${volume}.source`, ['registry', 'pvc']],
    [`${volume}.source.registry`, ['url', 'imageStream', 'pullMethod', 'secretRef', 'certConfigMap', 'platform']],
    [`${volume}.source.registry.platform`, ['architecture']],
    [`${volume}.source.pvc`, ['namespace', 'name']],
    [`${volume}.storage`, claim],
    [`${volume}.storage.resources`, ['requests', 'limits']],
    [`${volume}.pvc`, [...claim, 'volumeAttributesClassName']],
    [`${volume}.pvc.resources`, ['requests', 'limits']],
  ])
}
