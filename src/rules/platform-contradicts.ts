import { ARCHITECTURES_ANNOTATION, templateName } from '../operators/hco/template.ts'
import { parseArchitectures } from '../operators/ssp/architectures.ts'
import type { ClusterRule } from './rule.ts'
import { enabledEntries } from './support/enabled-entries.ts'
import { list, nameTemplate, quote } from './support/wording.ts'

export const platformContradicts: ClusterRule = {
  id: 'platform-contradicts',
  severity: 'warning',
  scope: 'operating',
  summary: "A template's `platform` is not among its architectures, or not among the cluster's.",
  why: 'For an annotated template SSP overwrites the platform with each architecture in turn. For any other the platform stays as it is written, and an image of an architecture that no workload node has can not boot.',
  remediation: 'Remove the platform and annotate the template, or write an architecture that the cluster has.',
  check: (cluster) => {
    const { multiArch, nodeInformation } = cluster.prediction
    const workload = nodeInformation.workloadsArchitectures
    return enabledEntries(cluster).flatMap(({ template, spec, path }) => {
      const platform = spec.template.spec.source?.registry?.platform?.architecture
      if (platform === undefined) return []
      const annotation = multiArch ? (template.metadata.annotations?.[ARCHITECTURES_ANNOTATION] ?? '') : ''
      const possible: readonly string[] = annotation === '' ? workload : parseArchitectures(annotation)
      if (possible.includes(platform)) return []
      return [
        {
          path: `${path}.spec.template.spec.source.registry.platform.architecture`,
          currentValue: platform,
          template: templateName(template),
          message:
            annotation === ''
              ? `${nameTemplate(template)} imports the image for ${quote(platform)}, and this cluster runs VMs on ${list(workload)}: it can not boot there`
              : `the annotation of ${nameTemplate(template)} says ${quote(annotation)}, and SSP overwrites this platform ${quote(platform)}; remove it`,
        },
      ]
    })
  },
}
