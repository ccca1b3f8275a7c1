import { type ObjectName, objectKey, type VolumeName } from '../../cluster/data-source.ts'
import type { Instancetype, Preference } from '../../cluster/instancetype.ts'
import type { KubeVirtRelease } from '../../cluster/kubevirt-release.ts'
import type { DataVolumeTemplate } from '../../cluster/virtual-machine.ts'
import type { DataSources, FindVolume, ResolvedDataSource } from '../cdi/data-source.ts'

/** What the KubeVirt CR says, as far as virtual machines' architectures are concerned. */
export interface KubeVirtSettings {
  readonly release: KubeVirtRelease
  /** `status.defaultArchitecture`. */
  readonly defaultArchitecture: string
  readonly featureGates: readonly string[]
  /** Where virt-api runs: up to KubeVirt 1.7 it denies the others. */
  readonly operatorArchitecture: string
  /** `developerConfiguration.nodeSelectors`. */
  readonly nodeSelectors: { readonly [key: string]: string }
}

/** All of a cluster that decides what becomes of a virtual machine. */
export interface Surroundings {
  readonly kubeVirt: KubeVirtSettings
  readonly dataSources: DataSources
  readonly findVolume: FindVolume
  /** By `objectKey`. */
  readonly dataVolumes: ReadonlyMap<string, DataVolumeTemplate & { readonly labels: ReadonlyMap<string, string> }>
  /** By kind in lower case and `objectKey`, whose namespace is empty for those of the cluster. */
  readonly preferences: ReadonlyMap<string, Preference>
  readonly instancetypes: ReadonlyMap<string, Instancetype>
}

export function hasGate({ featureGates }: KubeVirtSettings, gate: string): boolean {
  return featureGates.includes(gate)
}

export function crossesArchitectures(kubeVirt: KubeVirtSettings): boolean {
  return kubeVirt.release.hasCrossArchitectureGate && hasGate(kubeVirt, 'CrossArchitectureVirtualization')
}

export function findDataSource({ dataSources }: Surroundings, name: ObjectName): ResolvedDataSource | undefined {
  return dataSources.get(objectKey(name))
}

export function isVolume(source: ResolvedDataSource['source']): source is VolumeName {
  return source !== undefined && source.kind !== 'dataSource'
}
