import { defaultMachineType } from '../operators/kubevirt/machine-type.ts'
import type { ClusterRule } from './rule.ts'
import { denialOf, instancePath, reportMachines, whoDecided } from './support/machines.ts'
import { quote } from './support/wording.ts'

/** KubeVirt pkg/virt-api/webhooks/validating-webhook/admitters/vmi-create-admitter.go (validateEmulatedMachine). */
export const vmMachineType: ClusterRule = {
  id: 'vm-machine-type',
  severity: 'error',
  scope: 'made',
  summary: 'The machine type of a virtual machine is not one of its architecture.',
  why: 'KubeVirt refuses it. A machine type that is written, or that a preference prefers, stays when another image or preference gives the virtual machine another architecture.',
  remediation: 'Leave the machine type out: KubeVirt fills in that of the architecture.',
  check: ({ machines }) =>
    reportMachines(machines, (prediction) => {
      const { outcome, surroundings } = prediction
      if (outcome.kind === 'not-mutated' || !denialOf(prediction, ['machine-type-unsupported'])) return undefined
      const { architecture, machineType, preference } = outcome.defaults
      const isWritten = outcome.machine.instance.machineType !== ''
      const usual = defaultMachineType(architecture.architecture, surroundings.kubeVirt.release)
      return {
        key: [architecture.architecture, machineType, whoDecided(outcome)].join('\n'),
        path: isWritten ? instancePath(outcome, 'domain.machine.type') : 'spec.preference',
        ...(isWritten && { currentValue: machineType, proposedValue: usual }),
        message: `this virtual machine is for ${quote(architecture.architecture)}, ${whoDecided(outcome)}, which has no machine type ${quote(machineType)}${isWritten ? '' : `, as its preference ${quote(preference?.name ?? '')} prefers it`}; ${isWritten ? `write ${quote(usual)}, or leave the field out` : 'name another preference'}`,
      }
    }),
}
