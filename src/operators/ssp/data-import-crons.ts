import type { DataImportCron, DataImportCronTemplate } from '../../cluster/data-import-cron.ts'
import { ARCHITECTURES_ANNOTATION, templateName, withAnnotations } from '../hco/template.ts'
import type { SspRequest, SspTemplate } from '../hco/to-ssp.ts'
import { type Architecture, clusterArchitectures, parseArchitectures } from './architectures.ts'
import { type CommonDataSources, defaultArchitecture } from './common-data-sources.ts'

const TEMPLATE_ARCHITECTURE_LABEL = 'template.kubevirt.io/architecture'
const DATA_SOURCE_NAME_LABEL = 'cdi.kubevirt.io/storage.import.datasource-name'

/** A DataImportCron that SSP would make, with the template that asks for it. */
export interface PlannedCron {
  readonly cron: DataImportCron
  readonly source: SspTemplate
  readonly architecture: Architecture | undefined
}

/**
 * One DataImportCron for each template and architecture, in the order in which SSP comes to them, before those that
 * share a DataSource replace each other (ssp-operator, internal/operands/data-sources/reconcile.go).
 */
export function planCrons(
  request: SspRequest,
  goldenImagesNamespace: string,
  commonDataSources: CommonDataSources,
): PlannedCron[] {
  const cluster = clusterArchitectures(request)
  return request.templates.flatMap((source): PlannedCron[] => {
    const cron = asCron(source.template, goldenImagesNamespace)
    if (!request.multiArch) return [{ cron, source, architecture: undefined }]
    const annotation = source.template.metadata.annotations?.[ARCHITECTURES_ANNOTATION] ?? ''
    if (annotation === '') {
      return [{ cron: withDefaultDataSource(cron, cluster, commonDataSources), source, architecture: undefined }]
    }
    // Who names one twice gets the same DataImportCron again.
    return [...new Set(parseArchitectures(annotation))]
      .filter((architecture) => cluster.includes(architecture))
      .map((architecture) => ({ cron: forArchitecture(cron, architecture), source, architecture }))
  })
}

function asCron(template: DataImportCronTemplate, goldenImagesNamespace: string): DataImportCron {
  const { [ARCHITECTURES_ANNOTATION]: _, ...annotations } = template.metadata.annotations ?? {}
  const { labels } = withAnnotations(template, annotations).metadata
  return {
    apiVersion: 'cdi.kubevirt.io/v1beta1',
    kind: 'DataImportCron',
    metadata: {
      name: templateName(template),
      namespace: template.metadata.namespace ?? goldenImagesNamespace,
      ...(labels && { labels }),
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    // A template without a spec is an empty one to Go.
    spec: template.spec ?? { managedDataSource: '', schedule: '', template: { spec: {} } },
  }
}

/** Without an annotation only the name of a common-template DataSource gets the suffix of the default architecture. */
function withDefaultDataSource(
  cron: DataImportCron,
  cluster: readonly Architecture[],
  commonDataSources: CommonDataSources,
): DataImportCron {
  const name = cron.spec.managedDataSource
  const architecture = defaultArchitecture(cluster, commonDataSources.get(name) ?? [])
  return architecture ? { ...cron, spec: { ...cron.spec, managedDataSource: `${name}-${architecture}` } } : cron
}

function forArchitecture(cron: DataImportCron, architecture: Architecture): DataImportCron {
  const { metadata, spec } = cron
  const { source } = spec.template.spec
  const registry = source?.registry && { ...source.registry, platform: { ...source.registry.platform, architecture } }
  const labels = {
    ...metadata.labels,
    [TEMPLATE_ARCHITECTURE_LABEL]: architecture,
    [DATA_SOURCE_NAME_LABEL]: spec.managedDataSource,
  }
  return {
    ...cron,
    metadata: { ...metadata, name: `${metadata.name}-${architecture}`, labels },
    spec: {
      ...spec,
      managedDataSource: `${spec.managedDataSource}-${architecture}`,
      template: {
        ...spec.template,
        spec: { ...spec.template.spec, ...(source && { source: { ...source, ...(registry && { registry }) } }) },
      },
    },
  }
}
