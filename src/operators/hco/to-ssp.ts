import type { DataImportCronTemplate } from '../../cluster/data-import-cron.ts'
import type { Release } from '../../cluster/release.ts'
import { withBindImmediate } from './defaults.ts'
import type { NodeInformation } from './node-information.ts'
import { ARCHITECTURES_ANNOTATION, type EffectiveTemplate, withAnnotations } from './template.ts'

/** A template in the SSP CR, with the effective template that it comes from. */
export interface SspTemplate {
  readonly template: DataImportCronTemplate
  readonly effective: EffectiveTemplate
}

/** What HCO writes into the SSP CR, as far as golden images are concerned. */
export interface SspRequest {
  readonly multiArch: boolean
  /** Undefined when HCO knows no architecture at all, or is older than 1.16: then it leaves `spec.cluster` out. */
  readonly cluster: { readonly controlPlane: readonly string[]; readonly workload: readonly string[] } | undefined
  readonly templates: readonly SspTemplate[]
}

/** Reproduces hyperconverged-cluster-operator, controllers/handlers/ssp.go and golden_images.go (hcoDictToSSP). */
export function requestSsp(
  templates: readonly EffectiveTemplate[],
  { workloadsArchitectures: workload, controlPlaneArchitectures: controlPlane }: NodeInformation,
  multiArch: boolean,
  { hasMultiArch }: Release,
): SspRequest {
  return {
    multiArch,
    cluster: hasMultiArch && workload.length + controlPlane.length > 0 ? { controlPlane, workload } : undefined,
    templates: templates
      .filter(({ unsupported }) => !unsupported)
      .map((effective) => ({ effective, template: prepare(effective.template, multiArch) })),
  }
}

function prepare(template: DataImportCronTemplate, multiArch: boolean): DataImportCronTemplate {
  const bound = withBindImmediate(template)
  if (multiArch) return bound
  const { [ARCHITECTURES_ANNOTATION]: _, ...annotations } = bound.metadata.annotations ?? {}
  return withAnnotations(bound, annotations)
}
