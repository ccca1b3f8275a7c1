import type { ClusterRule } from './rule.ts'
import { reportRefusals } from './support/refusals.ts'
import { list } from './support/wording.ts'

export const clusterArchitectureUnknown: ClusterRule = {
  id: 'cluster-architecture-unknown',
  severity: 'error',
  scope: 'operating',
  summary: 'A node has an architecture that SSP does not know; one such node takes away every golden image.',
  why: 'HCO copies the architectures of all workload and control-plane nodes into the SSP CR. SSP knows amd64, arm64 and s390x, and refuses the whole CR for any other one, with multi-architecture images on or off.',
  remediation:
    'Limit the workload placement to nodes of known architectures. A control-plane node can not be left out that way.',
  reference: 'https://github.com/kubevirt/ssp-operator/issues/1454',
  check: (cluster) => {
    const { workloadsArchitectures, controlPlaneArchitectures } = cluster.prediction.nodeInformation
    const workload = list(workloadsArchitectures)
    const controlPlane = list(controlPlaneArchitectures)
    const onControlPlane = new Set<unknown>(controlPlaneArchitectures)
    const report = reportRefusals('cluster-architecture-unknown', ({ value, path }) => {
      return `SSP knows amd64, arm64 and s390x only and refuses every golden image for a node of architecture "${value}" (workload: ${workload}; control plane: ${controlPlane}); ${
        onControlPlane.has(value)
          ? 'a control-plane node has it, so no placement can leave it out'
          : `limit \`${path}\` to nodes of the known ones`
      }`
    })
    return report(cluster)
  },
}
