import { ARCHITECTURES_ANNOTATION, BIND_IMMEDIATE_ANNOTATION, type DataImportCronTemplate } from './data-import-cron.ts'

/**
 * The common templates that HCO ships upstream, the same set in every release with the feature
 * (hyperconverged-cluster-operator, assets/dataImportCronTemplates). Older releases are taken to have it as well, without
 * the annotation; theirs were not looked at.
 */
export const UPSTREAM_TEMPLATES: readonly DataImportCronTemplate[] = [
  upstreamTemplate('centos-stream9', 'docker://quay.io/containerdisks/centos-stream:9', '10Gi', 'amd64,arm64,s390x'),
  upstreamTemplate('centos-stream10', 'docker://quay.io/containerdisks/centos-stream:10', '10Gi', 'amd64,arm64,s390x'),
  upstreamTemplate('fedora', 'docker://quay.io/containerdisks/fedora:latest', '5Gi', 'arm64,s390x,amd64'),
]

function upstreamTemplate(
  dataSource: string,
  url: string,
  size: string,
  architectures: string,
): DataImportCronTemplate {
  return {
    metadata: {
      name: `${dataSource}-image-cron`,
      annotations: {
        [BIND_IMMEDIATE_ANNOTATION]: 'true',
        [ARCHITECTURES_ANNOTATION]: architectures,
      },
    },
    spec: {
      garbageCollect: 'Outdated',
      managedDataSource: dataSource,
      schedule: '0 */12 * * *',
      template: {
        spec: { source: { registry: { url } }, storage: { resources: { requests: { storage: size } } } },
      },
    },
  }
}
