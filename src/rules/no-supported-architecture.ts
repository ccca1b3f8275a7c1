import {
  ARCHITECTURES_ANNOTATION,
  type EffectiveTemplate,
  templateName,
  templatePath,
} from '../operators/hco/template.ts'
import type { ClusterRule } from './rule.ts'
import { alertingTemplates } from './support/alerts.ts'
import { likelyMeant } from './support/architecture-words.ts'
import { howToLookUp, nameTemplate, quote, whereVmsRun } from './support/wording.ts'

export const noSupportedArchitecture: ClusterRule = {
  id: 'HCOGoldenImageWithNoSupportedArchitecture',
  severity: 'error',
  scope: 'operating',
  summary: "None of a template's architectures is one on which this cluster runs VMs.",
  why: 'HCO leaves the template out, and its image is not made. The parts of the annotation must be exactly the names that the nodes have: HCO neither trims blanks nor folds letter case.',
  remediation:
    "Correct the annotation, use an image that is built for one of the cluster's architectures, or disable the template.",
  reference: 'https://kubevirt.io/monitoring/runbooks/HCOGoldenImageWithNoSupportedArchitecture',
  check: ({ prediction }) => {
    const { hyperConverged, nodeInformation } = prediction
    const architectures = nodeInformation.workloadsArchitectures
    return alertingTemplates(prediction, 'HCOGoldenImageWithNoSupportedArchitecture').map((effective) => {
      const { template, origin } = effective
      const written = effective.originalArchitectures ?? ''
      const meant = likelyMeant(written, architectures)
      const path = templatePath(hyperConverged.paths.templates, origin)
      const changed = origin.kind !== 'common'
      return {
        path: changed ? `${path}.metadata.annotations["${ARCHITECTURES_ANNOTATION}"]` : path,
        currentValue: written,
        ...(meant !== undefined && changed && { proposedValue: meant }),
        because: ['no-workload-node', 'unknown-architecture', 'architecture-not-trimmed'],
        template: templateName(template),
        message: `${nameTemplate(template)} has an image for ${quote(written)}, and ${whereVmsRun(architectures)}: no image is made. ${advise(effective, meant)}`,
      }
    })
  },
}

function advise({ template, origin }: EffectiveTemplate, meant: string | undefined): string {
  if (meant !== undefined) return `HCO compares each part as it stands: write "${meant}".`
  if (origin.kind === 'common') {
    return `To do without it, add an entry of that name with the annotation \`dataimportcrontemplate.kubevirt.io/enable\` set to "false".`
  }
  return `Use an image that is built for one of these, or disable or remove the template. ${howToLookUp(template)}`
}
