import { objectKey, readDataSource } from '../cluster/data-source.ts'
import { isMade } from '../prediction/predict-cluster.ts'
import type { PackageRule } from './rule.ts'
import { quote } from './support/wording.ts'

const MANAGED_BY_CRON = 'cdi.kubevirt.io/dataImportCron'

export const dataSourceEmpty: PackageRule = {
  id: 'data-source-empty',
  severity: 'warning',
  scope: 'package',
  summary: 'A DataSource of the input has no source, and nothing here fills it.',
  why: 'CDI fills the DataSource that a DataImportCron names at `managedDataSource`, and no other. A VM that is made of an empty one gets no disk.',
  remediation: 'Name it at `managedDataSource` of a DataImportCron, write its source, or remove it.',
  sources: [
    'containerized-data-importer, pkg/controller/dataimportcron-controller.go, updateDataSource',
    'containerized-data-importer, pkg/controller/datasource-controller.go, update',
  ],
  check: ({ clusters, existingDataSources, existingCrons }) => {
    const filled = new Set([
      ...existingCrons.map(({ cluster, template: { metadata, spec } }) =>
        keyOf(cluster, metadata.namespace ?? 'default', spec?.managedDataSource ?? ''),
      ),
      ...clusters.filter(isMade).flatMap(({ items, prediction, goldenImagesNamespace }) => {
        const cluster = clusters.length > 1 ? items.name : undefined
        return [
          ...prediction.crons.map(({ cron }) => keyOf(cluster, cron.metadata.namespace, cron.spec.managedDataSource)),
          ...prediction.dataSources.map(({ name }) => keyOf(cluster, goldenImagesNamespace, name)),
        ]
      }),
    ])
    const cronNamed = new Map(
      existingCrons.map((cron) => [
        keyOf(cron.cluster, cron.template.metadata.namespace ?? 'default', cron.template.metadata.name ?? ''),
        cron.template.spec?.managedDataSource ?? '',
      ]),
    )
    return existingDataSources.flatMap(({ item, cluster }) => {
      const dataSource = readDataSource(item.value())
      const { namespace, name, labels, source } = dataSource
      if (source || labels.has(MANAGED_BY_CRON) || filled.has(keyOf(cluster, namespace, name))) return []
      const managed = cronNamed.get(keyOf(cluster, namespace, name))
      return [
        {
          item,
          path: 'spec.source',
          ...(cluster !== undefined && { cluster }),
          message: `the DataSource ${quote(objectKey(dataSource))} has no source, and no DataImportCron here manages it, so that it stays empty; ${
            managed === undefined
              ? 'name it at `managedDataSource` of one, or write its source'
              : `the DataImportCron of its name manages ${quote(managed)}: write ${quote(name)} there`
          }`,
        },
      ]
    })
  },
}

function keyOf(cluster: string | undefined, namespace: string, name: string): string {
  return JSON.stringify([cluster ?? null, namespace, name])
}
