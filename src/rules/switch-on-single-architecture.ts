import type { ClusterRule } from './rule.ts'
import { list } from './support/wording.ts'

export const switchOnSingleArchitecture: ClusterRule = {
  id: 'switch-on-single-architecture',
  severity: 'info',
  scope: 'operating',
  summary: 'Multi-architecture images are on, and VMs run on one architecture alone.',
  why: 'It works, and is a good step before nodes of another architecture come. Until then it changes the names of DataImportCrons and DataSources, and demands an annotation on every template.',
  remediation: 'Nothing, or turn the switch off.',
  check: ({ prediction: { hyperConverged, multiArch, nodeInformation } }) => {
    const architectures = nodeInformation.workloadsArchitectures
    if (!multiArch || architectures.length !== 1) return []
    return [
      {
        path: hyperConverged.paths.multiArchSwitch,
        currentValue: true,
        message: `VMs run on ${list(architectures)} alone, so one image of each template is made, under a suffixed name`,
      },
    ]
  },
}
