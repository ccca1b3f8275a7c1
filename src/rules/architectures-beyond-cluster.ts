import { templateName } from '../operators/hco/template.ts'
import { parseArchitectures } from '../operators/ssp/architectures.ts'
import type { ClusterRule } from './rule.ts'
import { annotatedTemplates } from './support/annotated-templates.ts'
import { list, nameTemplate, whereVmsRun } from './support/wording.ts'

export const architecturesBeyondCluster: ClusterRule = {
  id: 'architectures-beyond-cluster',
  severity: 'info',
  scope: 'operating',
  summary: 'A template names architectures on which this cluster runs no VM.',
  why: 'HCO filters them out. They do no harm, and an image is made when such nodes come.',
  remediation: 'Nothing.',
  check: (cluster) => {
    const { multiArch, nodeInformation } = cluster.prediction
    if (!multiArch) return []
    const workload = nodeInformation.workloadsArchitectures
    return annotatedTemplates(cluster).flatMap(({ template, path, annotation }) => {
      const named = [...new Set<string>(parseArchitectures(annotation))]
      const beyond = named.filter((architecture) => !workload.includes(architecture))
      // Where nothing is left the alert tells it.
      if (beyond.length === 0 || beyond.length === named.length) return []
      return [
        {
          path,
          currentValue: annotation,
          template: templateName(template),
          message: `${nameTemplate(template)} names ${list(beyond)} as well, and ${whereVmsRun(workload)}: no image is made for that now`,
        },
      ]
    })
  },
}
