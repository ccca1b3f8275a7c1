import { type KubeVirtRelease, kubeVirtRelease } from './kubevirt-release.ts'

/**
 * What differs between the HyperConverged Cluster Operator's releases, as far as golden images are concerned.
 * Everything that is not named here is the same in all of them.
 */
export interface Release {
  readonly version: string
  /** The number that OpenShift Virtualization gives to it; undefined when no release of the product is known. */
  readonly productVersion: string | undefined
  /** Golden images per architecture, the annotation, the alerts: all of it came with 1.16. */
  readonly hasMultiArch: boolean
  /**
   * The v1beta1 gate `enableCommonBootImageImport` decides on the common images (controllers/handlers/ssp.go); later
   * releases ignore it, and read the field of that name alone (golden_images.go, GetDataImportCronTemplates).
   */
  readonly readsCommonBootGate: boolean
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

/** OpenShift Virtualization 4.Y has HCO 1.(Y-4). */
const PRODUCT_AHEAD = 4
const NEWEST_PRODUCT = 19
/** What the documentation's branch after 4.22 calls 4.23 as well. */
const AFTER_4 = { version: '5.0', minor: 19 }

function release(minor: number): Release {
  return {
    version: `1.${minor}`,
    productVersion: minor <= NEWEST_PRODUCT ? `4.${minor + PRODUCT_AHEAD}` : undefined,
    hasMultiArch: minor >= 16,
    readsCommonBootGate: minor <= 14,
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

const OLDEST = 6
const NEWEST = 20

export const NEWEST_RELEASE: Release = release(NEWEST)

/** HCO's own numbers, and OpenShift Virtualization's, oldest first. */
export const RELEASE_VERSIONS: readonly string[] = [
  ...range(OLDEST, NEWEST).map((minor) => `1.${minor}`),
  ...range(OLDEST, NEWEST_PRODUCT).map((minor) => `4.${minor + PRODUCT_AHEAD}`),
  AFTER_4.version,
]

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** The release of that version, HCO's or the product's (`1.18`, `4.22`); undefined when it is not known. */
export function findRelease(version: string): Release | undefined {
  const read = readVersion(version)
  return read && RELEASE_VERSIONS.includes(version) ? release(read.minor) : undefined
}

/** A version as an operator publishes it: `1.18.2`, `4.22.9`. */
export interface PublishedVersion {
  /** The nearest that is known. */
  readonly release: Release
  /** It is that release, and not an older or newer one. */
  readonly exact: boolean
  /** The version is one of OpenShift Virtualization's. */
  readonly product: boolean
  readonly patch: number | undefined
}

/** Undefined for what is no version of HCO's or of the product's. */
export function readPublishedVersion(version: string): PublishedVersion | undefined {
  const read = readVersion(version)
  if (!read) return undefined
  const { minor, product, patch } = read
  const known = Math.min(Math.max(minor, OLDEST), NEWEST)
  return { release: release(known), exact: known === minor, product, patch }
}

/** The minor version of HCO that stands behind a version of either numbering. */
function readVersion(version: string): { minor: number; product: boolean; patch: number | undefined } | undefined {
  const [, major = '', second = '', third] = /^(\d{1,4})\.(\d{1,4})(?:\.(\d{1,4}))?(?![\d.])/.exec(version) ?? []
  const patch = third === undefined ? undefined : Number(third)
  if (major === '1') return { minor: Number(second), product: false, patch }
  if (major === '4') return { minor: Number(second) - PRODUCT_AHEAD, product: true, patch }
  return major === '5' ? { minor: AFTER_4.minor + Number(second), product: true, patch } : undefined
}
