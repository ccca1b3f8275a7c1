import type { ResolvedDataSource } from '../operators/cdi/data-source.ts'
import type { MachinePrediction } from '../prediction/machines/machine-prediction.ts'
import type { ClusterRule } from './rule.ts'
import { bootDataVolume, type MachineFault, nameOf, reportMachines } from './support/machines.ts'
import { enumerate, few, quote } from './support/wording.ts'

/** SSP internal/operands/data-sources/reconcile.go; KubeVirt pkg/defaults/defaults.go (setDefaultArchitectureFromDataSource). */
export const vmDefaultArchitecture: ClusterRule = {
  id: 'vm-default-architecture',
  severity: 'info',
  scope: 'made',
  summary: 'A virtual machine names an image without an architecture, and gets the default one of several.',
  why: 'On a cluster with nodes of several architectures an unsuffixed DataSource leads to the variant of one of them, and the virtual machine takes its architecture. Nodes of the others stay empty.',
  remediation: 'Name the DataSource of the architecture that you mean, as `fedora-arm64`.',
  check: ({ machines, prediction: { nodeInformation, multiArch } }) =>
    multiArch && nodeInformation.workloadsArchitectures.length > 1
      ? reportMachines(machines, faultAmong(nodeInformation.workloadsArchitectures))
      : [],
}

function faultAmong(architectures: readonly string[]): (prediction: MachinePrediction) => MachineFault | undefined {
  return ({ outcome, surroundings: { dataSources } }) => {
    if (outcome.kind !== 'admitted' || outcome.start?.kind !== 'instance') return undefined
    const { architecture } = outcome.defaults.architecture
    const boot = bootDataVolume(outcome)
    const [first, second] = boot?.dataVolume.chain ?? []
    if (outcome.defaults.architecture.from !== 'dataSource' || !boot || !first || !second) return undefined
    const hasImage = (dataSource: ResolvedDataSource | undefined) => dataSource?.reason === 'Ready'
    const others = architectures.filter(
      (one) => one !== architecture && hasImage(dataSources.get(`${first.namespace}/${first.name}-${one}`)),
    )
    if (others.length === 0) return undefined
    const suffixed = others.map((one) => `${first.name}-${one}`)
    return {
      key: nameOf(first),
      path: `spec.dataVolumeTemplates[${boot.index}].spec.sourceRef.name`,
      currentValue: first.name,
      message: `the DataSource ${quote(first.name)} leads to ${quote(second.name)} here, so this virtual machine is for ${quote(architecture)}; for ${enumerate(others.map(quote))} it must name ${few(suffixed)}`,
    }
  }
}
