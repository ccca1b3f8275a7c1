import { type KubeVirtRelease, kubeVirtRelease } from './kubevirt-release.ts'

/**
 * What differs between the HyperConverged Cluster Operator's releases, as far as golden images are concerned.
 * Everything that is not named here is the same in all of them.
 */
export interface Release {
  readonly version: string
  /** `hco.kubevirt.io/v1` is served (before, the API server knows v1beta1 alone). */
  readonly servesV1: boolean
  /** v1's field `spec.workloadSources.enableMultiArchBootImageImport` exists; before, it is pruned. */
  readonly hasMultiArchField: boolean
  /** The annotation `hco.kubevirt.io/v1-only-fields` is read when a v1beta1 object is converted. */
  readonly readsV1OnlyFields: boolean
  /** v1 feature gates compare without regard to case, must be unique, and must not contradict the field. */
  readonly checksFeatureGates: boolean
  /** Templates get `retentionPolicy: None` and `importsToKeep: 1` when they have none. */
  readonly defaultsRetention: boolean
  /** The default workload architecture is worked out; 1.18 tells KubeVirt alone, later ones publish it as well. */
  readonly choosesDefaultArchitecture: boolean
  /** The switch turns KubeVirt's gate `MultiArchitecture` on as well. */
  readonly setsMultiArchitectureGate: boolean
  readonly kubeVirt: KubeVirtRelease
}

function release(minor: number): Release {
  return {
    version: `1.${minor}`,
    servesV1: minor >= 18,
    hasMultiArchField: minor >= 19,
    readsV1OnlyFields: minor >= 19,
    checksFeatureGates: minor >= 19,
    defaultsRetention: minor >= 18,
    choosesDefaultArchitecture: minor >= 18,
    setsMultiArchitectureGate: minor < 18,
    kubeVirt: kubeVirtRelease(Math.min(minor - 10, 9)),
  }
}

/** The releases with the feature, oldest first. */
const RELEASES: readonly Release[] = [16, 17, 18, 19, 20].map(release)

export const RELEASE_VERSIONS: readonly string[] = RELEASES.map(({ version }) => version)

export const NEWEST_RELEASE: Release = release(20)

/** The release of that version; undefined when it is not known. */
export function findRelease(version: string): Release | undefined {
  return RELEASES.find((candidate) => candidate.version === version)
}
