import type { Architecture } from './architectures.ts'

const ALL: readonly Architecture[] = ['amd64', 'arm64', 's390x']
const AMD64: readonly Architecture[] = ['amd64']

/** The DataSources that the common templates ask for, by name (common-templates 0.35, in SSP's bundle). */
const COMMON_DATA_SOURCES: ReadonlyMap<string, readonly Architecture[]> = new Map([
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

export const COMMON_DATA_SOURCE_NAMES: readonly string[] = [...COMMON_DATA_SOURCES.keys()]

/** The architectures that common templates need that DataSource on; none when it is no common-template DataSource. */
export function commonDataSourceArchitectures(name: string): readonly Architecture[] {
  return COMMON_DATA_SOURCES.get(name) ?? []
}

/** The first of the cluster's architectures that is in the other list. */
export function defaultArchitecture(
  cluster: readonly Architecture[],
  supported: readonly Architecture[],
): Architecture | undefined {
  return cluster.find((architecture) => supported.includes(architecture))
}
