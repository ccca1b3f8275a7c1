import {
  ARCHITECTURES_ANNOTATION,
  BIND_IMMEDIATE_ANNOTATION,
  type DataImportCronTemplate,
} from '../data-import-cron.ts'
import type { Release } from '../release.ts'
import type { ProductSet } from './product-set.ts'
import { NEWEST_PRODUCT_SET, PRODUCT_SETS } from './product-sets.ts'

/** Since 4.14; before, the documentation shows none. */
const FIRST_WITH_NODE_PULL = 14
const REPOSITORY = 'docker://quay.io/containerdisks/'

/** What is imported where no image stream is. */
const IMAGES: ReadonlyMap<string, string> = new Map([
  ['centos7', 'centos:7-2009'],
  ['centos-stream8', 'centos-stream:8'],
  ['centos-stream9', 'centos-stream:9'],
  ['centos-stream10', 'centos-stream:10'],
  ['fedora', 'fedora:latest'],
])

/**
 * The set that OpenShift Virtualization ships with that release of HCO. Of a release with several sets the one of the
 * z-stream, where that is known, else the last one. The newest set for a release of which none is known.
 */
export function productSet(release: Release, patch: number | undefined): ProductSet {
  const sets = PRODUCT_SETS.filter((set) => set.release === release.productVersion)
  const known = sets.find(({ lastPatch }) => patch !== undefined && lastPatch !== undefined && patch <= lastPatch)
  return known ?? sets.at(-1) ?? NEWEST_PRODUCT_SET
}

/** The names of the common templates of a release, of all its z-streams. */
export function productNames({ productVersion }: Release): string[] {
  const sets = PRODUCT_SETS.filter((set) => set.release === productVersion)
  return [...new Set(sets.flatMap(({ dataSources }) => dataSources.map(templateNameOf)))]
}

/** Its templates, sorted by name. They get HCO's own defaults as every common template does. */
export function productTemplates({ release, dataSources }: ProductSet): DataImportCronTemplate[] {
  const minor = Number(release.split('.')[1])
  return dataSources.map((dataSource) => ({
    metadata: {
      name: templateNameOf(dataSource),
      annotations: {
        [BIND_IMMEDIATE_ANNOTATION]: 'true',
        ...(minor >= 20 && { [ARCHITECTURES_ANNOTATION]: 'amd64,arm64,s390x' }),
      },
      ...(minor >= FIRST_WITH_NODE_PULL && { labels: { 'kubevirt.io/dynamic-credentials-support': 'true' } }),
    },
    spec: {
      garbageCollect: 'Outdated',
      managedDataSource: dataSource,
      schedule: '0 */12 * * *',
      template: {
        spec: {
          source: { registry: registryOf(dataSource, minor) },
          storage: { resources: { requests: { storage: '30Gi' } } },
        },
      },
    },
  }))
}

function registryOf(dataSource: string, minor: number) {
  const image = IMAGES.get(dataSource)
  if (image === undefined) return { imageStream: `${dataSource}-guest`, pullMethod: 'node' }
  return { ...(minor >= FIRST_WITH_NODE_PULL && { pullMethod: 'node' }), url: `${REPOSITORY}${image}` }
}

function templateNameOf(dataSource: string): string {
  return dataSource === 'centos7' ? 'centos-7-image-cron' : `${dataSource}-image-cron`
}
