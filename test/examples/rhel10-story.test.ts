/** The image that the feature was described with: what its users are to see, written down by hand. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { EXAMPLES } from './tools.ts'

test.each(['amd64', 'arm64'])('rhel10-image-cron-%s', (architecture) => {
  const name = `rhel10-image-cron-${architecture}`
  expect(objectsNamed(name, 'kustomize-generate/rendered/heterogeneous.yaml')).toEqual([
    {
      apiVersion: 'cdi.kubevirt.io/v1beta1',
      kind: 'DataImportCron',
      metadata: {
        name,
        namespace: 'openshift-virtualization-os-images',
        labels: {
          'cdi.kubevirt.io/storage.import.datasource-name': 'rhel10',
          'template.kubevirt.io/architecture': architecture,
        },
        annotations: {
          'cdi.kubevirt.io/storage.bind.immediate.requested': 'true',
          'golden-images.dev/generated-from': 'openshift-cnv/kubevirt-hyperconverged/rhel10-image-cron',
        },
      },
      spec: {
        garbageCollect: 'Outdated',
        importsToKeep: 1,
        managedDataSource: `rhel10-${architecture}`,
        retentionPolicy: 'None',
        schedule: '4 8/12 * * *',
        template: {
          spec: {
            source: {
              registry: { imageStream: 'rhel10-guest', platform: { architecture }, pullMethod: 'node' },
            },
            storage: { resources: { requests: { storage: '30Gi' } } },
          },
        },
      },
    },
  ])
})

test('there is no other one of it', () => {
  expect(objectsNamed('rhel10-image-cron', 'kustomize-generate/rendered/heterogeneous.yaml')).toEqual([])
  expect(objectsNamed('rhel10-image-cron-s390x', 'kustomize-generate/rendered/heterogeneous.yaml')).toEqual([])
})

function objectsNamed(name: string, file: string): unknown[] {
  return parseAllDocuments(readFileSync(join(EXAMPLES, file), 'utf8'))
    .filter((document) => document.getIn(['metadata', 'name']) === name)
    .map((document): unknown => document.toJS())
}
