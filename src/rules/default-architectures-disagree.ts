import { KNOWN_ARCHITECTURES } from '../operators/ssp/architectures.ts'
import type { ClusterRule } from './rule.ts'
import { list, quote } from './support/wording.ts'

export const defaultArchitecturesDisagree: ClusterRule = {
  id: 'default-architectures-disagree',
  severity: 'warning',
  scope: 'made',
  summary: 'SSP and HCO take different architectures for the default one.',
  why: "An unsuffixed DataSource leads to SSP's default, which is a control-plane architecture first, whether or not VMs can run there. KubeVirt's default, from HCO, is one that workload nodes have. A VM from an unsuffixed DataSource gets SSP's, and may find no node.",
  remediation:
    "Use the suffixed DataSource in VMs, as `fedora-arm64`, or have workload nodes of the control plane's architecture.",
  check: ({ prediction: { hyperConverged, multiArch, nodeInformation } }) => {
    if (!multiArch) return []
    const { controlPlaneArchitectures, workloadsArchitectures, defaultWorkloadArchitecture } = nodeInformation
    const [sspDefault] = [...controlPlaneArchitectures, ...workloadsArchitectures].filter((name) =>
      KNOWN_ARCHITECTURES.some((known) => known === name),
    )
    // Releases before 1.18 choose no default, and KubeVirt's is that of its own binary.
    if (!sspDefault || workloadsArchitectures.includes(sspDefault) || defaultWorkloadArchitecture === '') return []
    return [
      {
        path: hyperConverged.paths.multiArchSwitch,
        message: `an unsuffixed DataSource, as "fedora", leads to the architecture ${quote(sspDefault)} of the control plane, but VMs run on ${list(workloadsArchitectures)} alone and KubeVirt's default is ${quote(defaultWorkloadArchitecture)}; use the suffixed name in VMs, as "fedora-${defaultWorkloadArchitecture}"`,
      },
    ]
  },
}
