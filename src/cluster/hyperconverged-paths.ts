import type { Release } from './release.ts'

export type HyperConvergedVersion = 'v1' | 'v1beta1'

/** The version of a HyperConverged's apiVersion; undefined for any other group or version. */
export function hyperConvergedVersion(apiVersion: string | undefined): HyperConvergedVersion | undefined {
  if (apiVersion === 'hco.kubevirt.io/v1') return 'v1'
  return apiVersion === 'hco.kubevirt.io/v1beta1' ? 'v1beta1' : undefined
}

/** Where the same thing stands in either API version: what a message prints must be the path for the one in hand. */
export interface HyperConvergedPaths {
  readonly templates: string
  readonly commonBootImages: string
  readonly commonBootImageNamespace: string
  /** The switch to turn on: v1beta1 has a gate alone, v1 a field. */
  readonly multiArchSwitch: string
  readonly featureGates: string
  readonly workloadPlacement: string
  readonly infraPlacement: string
}

/** In the order in which people are told of them. */
const PATHS: { readonly [version in HyperConvergedVersion]: HyperConvergedPaths } = {
  v1: {
    templates: 'spec.workloadSources.dataImportCronTemplates',
    commonBootImages: 'spec.workloadSources.enableCommonBootImageImport',
    commonBootImageNamespace: 'spec.workloadSources.commonBootImageNamespace',
    multiArchSwitch: 'spec.workloadSources.enableMultiArchBootImageImport',
    featureGates: 'spec.featureGates',
    workloadPlacement: 'spec.deployment.nodePlacements.workload',
    infraPlacement: 'spec.deployment.nodePlacements.infra',
  },
  v1beta1: {
    templates: 'spec.dataImportCronTemplates',
    commonBootImages: 'spec.enableCommonBootImageImport',
    commonBootImageNamespace: 'spec.commonBootImageNamespace',
    multiArchSwitch: 'spec.featureGates.enableMultiArchBootImageImport',
    featureGates: 'spec.featureGates',
    workloadPlacement: 'spec.workloads.nodePlacement',
    infraPlacement: 'spec.infra.nodePlacement',
  },
}

export function pathsOf(version: HyperConvergedVersion): HyperConvergedPaths {
  return PATHS[version]
}

/** The v1beta1 gate that decides on the common images up to HCO 1.14, and does nothing later. */
export const COMMON_BOOT_GATE = 'enableCommonBootImageImport'
export const COMMON_BOOT_GATE_PATH = `spec.featureGates.${COMMON_BOOT_GATE}`

/** As that release reads it: an old one has the switch of the common images among the gates. */
export function pathsIn({ readsCommonBootGate }: Release, version: HyperConvergedVersion): HyperConvergedPaths {
  return readsCommonBootGate ? { ...PATHS[version], commonBootImages: COMMON_BOOT_GATE_PATH } : PATHS[version]
}

/** The keys on the way to what stands at such a path. */
export function keysOf(path: string): string[] {
  return path.split('.')
}

/** Of what stands elsewhere in the other version: the path there, and the one in this version. */
export function pathsOfOther(version: HyperConvergedVersion): { readonly foreign: string; readonly own: string }[] {
  const others: { readonly [field: string]: string } = { ...PATHS[version === 'v1' ? 'v1beta1' : 'v1'] }
  return Object.entries(PATHS[version]).flatMap(([field, own]: [string, string]) => {
    const foreign = others[field]
    return foreign === undefined || foreign === own ? [] : [{ foreign, own }]
  })
}
