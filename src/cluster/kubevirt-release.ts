/** What differs between KubeVirt's releases, as far as the architecture of a virtual machine is concerned. */
export interface KubeVirtRelease {
  readonly version: string
  /** An architecture other than virt-api's own is denied without the gate `MultiArchitecture`. */
  readonly gatesArchitectures: boolean
  /** Preferences have `preferredArchitecture` and `requirements.architecture`; before, the API server drops them. */
  readonly preferencesNameArchitectures: boolean
  /** The common preferences that KubeVirt installs name architectures. */
  readonly commonPreferencesNameArchitectures: boolean
  /** A matcher without a kind gets one, in lower case. */
  readonly writesMatcherKinds: boolean
  /** Defaults are inferred from snapshots as well. */
  readonly infersFromSnapshots: boolean
  /** The gate `CrossArchitectureVirtualization` is known. */
  readonly hasCrossArchitectureGate: boolean
  /** The architectures for which virtual machine instances are admitted. */
  readonly instanceArchitectures: readonly string[]
}

const ARCHITECTURES = ['amd64', 'arm64', 's390x']

/** The release 1.`minor`: HCO 1.16 ships 1.6, 1.17 ships 1.7, 1.18 ships 1.8, and later ones ship 1.9. */
export function kubeVirtRelease(minor: number): KubeVirtRelease {
  return {
    version: `1.${minor}`,
    gatesArchitectures: minor < 8,
    preferencesNameArchitectures: minor >= 7,
    commonPreferencesNameArchitectures: minor >= 9,
    writesMatcherKinds: minor < 7,
    infersFromSnapshots: minor >= 9,
    hasCrossArchitectureGate: minor >= 9,
    instanceArchitectures: minor < 7 ? [...ARCHITECTURES, 'ppc64le'] : ARCHITECTURES,
  }
}
