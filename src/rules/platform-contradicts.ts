import { ARCHITECTURES_ANNOTATION } from '../operators/hco/template.ts'
import { parseArchitectures } from '../operators/ssp/architectures.ts'
import type { CronRule } from './rule.ts'
import { list, quote } from './support/wording.ts'

export const platformContradicts: CronRule = {
  id: 'platform-contradicts',
  severity: 'warning',
  scope: 'cron',
  summary: "A template's `platform` is not among its architectures, or not among the cluster's.",
  why: 'For an annotated template SSP overwrites the platform with each architecture in turn. For any other the platform stays as it is written, and an image of an architecture that no workload node has can not boot.',
  remediation: 'Remove the platform and annotate the template, or write an architecture that the cluster has.',
  check: ({ name, metadata, spec, at, multiArch, workloadArchitectures: workload }) => {
    const platform = spec.template.spec.source?.registry?.platform?.architecture
    if (platform === undefined || !workload?.length) return []
    const annotation = multiArch ? (metadata.annotations?.[ARCHITECTURES_ANNOTATION] ?? '') : ''
    const possible: readonly string[] = annotation === '' ? workload : parseArchitectures(annotation)
    if (possible.includes(platform)) return []
    return [
      {
        path: at('spec.template.spec.source.registry.platform.architecture'),
        currentValue: platform,
        message:
          annotation === ''
            ? `${name} imports the image for ${quote(platform)}, and this cluster runs VMs on ${list(workload)}: it can not boot there`
            : `the annotation of ${name} says ${quote(annotation)}, and SSP overwrites this platform ${quote(platform)}; remove it`,
      },
    ]
  },
}
