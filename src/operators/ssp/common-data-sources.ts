import type { Architecture } from './architectures.ts'

const ALL: readonly Architecture[] = ['amd64', 'arm64', 's390x']
const AMD64: readonly Architecture[] = ['amd64']

/** The DataSources that the common templates of VMs ask for, by name, with the architectures of these templates. */
export type CommonDataSources = ReadonlyMap<string, readonly Architecture[]>

/** Of common-templates 0.35, in SSP's bundle. */
export const UPSTREAM_DATA_SOURCES: CommonDataSources = new Map([
  ['centos-stream9', ALL],
  ['centos6', AMD64],
  ['fedora', ALL],
  ['opensuse', AMD64],
  ['rhel7', AMD64],
  ['rhel8', ['amd64', 's390x']],
  ['rhel9', ALL],
  ['ubuntu', ALL],
  ['win10', AMD64],
  ['win11', AMD64],
  ['win2k16', AMD64],
  ['win2k19', AMD64],
  ['win2k22', AMD64],
  ['win2k25', AMD64],
])

/** Upstream's, and not among what three listings of stock clusters of the product have (4.18.2, 4.18.23, 4.22.9). */
const UPSTREAM_ALONE = ['centos6', 'opensuse', 'ubuntu']

/**
 * Those of OpenShift Virtualization: for amd64 as seen; for the other architectures it is inferred that they are
 * upstream's without the same ones.
 */
export const PRODUCT_DATA_SOURCES: CommonDataSources = new Map(
  [...UPSTREAM_DATA_SOURCES].filter(([name]) => !UPSTREAM_ALONE.includes(name)),
)

/** The first of the cluster's architectures that is in the other list. */
export function defaultArchitecture(
  cluster: readonly Architecture[],
  supported: readonly Architecture[],
): Architecture | undefined {
  return cluster.find((architecture) => supported.includes(architecture))
}
