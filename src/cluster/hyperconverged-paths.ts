export type HyperConvergedVersion = 'v1' | 'v1beta1'

/** The version of a HyperConverged's apiVersion; undefined for any other group or version. */
export function hyperConvergedVersion(apiVersion: string | undefined): HyperConvergedVersion | undefined {
  if (apiVersion === 'hco.kubevirt.io/v1') return 'v1'
  return apiVersion === 'hco.kubevirt.io/v1beta1' ? 'v1beta1' : undefined
}

/** Where the same thing stands in either API version: what a message prints must be the path for the one in hand. */
export interface HyperConvergedPaths {
  readonly templates: string
  /** The switch to turn on: v1beta1 has a gate alone, v1 a field. */
  readonly multiArchSwitch: string
  readonly featureGates: string
  readonly commonBootImages: string
  readonly commonBootImageNamespace: string
  readonly workloadPlacement: string
  readonly infraPlacement: string
}

const PATHS: { readonly [version in HyperConvergedVersion]: HyperConvergedPaths } = {
  v1: {
    templates: 'spec.workloadSources.dataImportCronTemplates',
    multiArchSwitch: 'spec.workloadSources.enableMultiArchBootImageImport',
    featureGates: 'spec.featureGates',
    commonBootImages: 'spec.workloadSources.enableCommonBootImageImport',
    commonBootImageNamespace: 'spec.workloadSources.commonBootImageNamespace',
    workloadPlacement: 'spec.deployment.nodePlacements.workload',
    infraPlacement: 'spec.deployment.nodePlacements.infra',
  },
  v1beta1: {
    templates: 'spec.dataImportCronTemplates',
    multiArchSwitch: 'spec.featureGates.enableMultiArchBootImageImport',
    featureGates: 'spec.featureGates',
    commonBootImages: 'spec.enableCommonBootImageImport',
    commonBootImageNamespace: 'spec.commonBootImageNamespace',
    workloadPlacement: 'spec.workloads.nodePlacement',
    infraPlacement: 'spec.infra.nodePlacement',
  },
}

export function pathsOf(version: HyperConvergedVersion): HyperConvergedPaths {
  return PATHS[version]
}
