import type { DenialCause } from '../operators/kubevirt/denial.ts'
import type { ClusterRule } from './rule.ts'
import { denialOf, reportMachines } from './support/machines.ts'

/** What to do about it. Other causes have rules of their own. */
const ADVICE: ReadonlyMap<DenialCause, string> = new Map<DenialCause, string>([
  ['matcher-invalid', 'name it, or infer it from a volume, and not both'],
  ['instancetype-conflict', 'take the field out, or name no instance type'],
  ['requirements-not-met', 'name another preference, or give the virtual machine what it requires'],
  ['affinity-invalid', 'correct the node affinity'],
  ['template-missing', 'add the template'],
  ['data-volume-template-unused', 'name it as the data volume of a volume, or remove it'],
  ['run-strategy-invalid', 'write one of Always, Halted, Manual, RerunOnFailure and Once as its run strategy'],
  ['memory-missing', 'give its domain guest memory, or name an instance type'],
])

/** KubeVirt pkg/virt-api/webhooks/validating-webhook/admitters/vms-admitter.go, vmi-create-admitter.go; pkg/instancetype. */
export const vmRefused: ClusterRule = {
  id: 'vm-refused',
  severity: 'error',
  scope: 'made',
  summary: "KubeVirt's webhooks would refuse a virtual machine, or the instance that is made of it.",
  why: 'It is refused when it is applied; an instance that is refused is tried again for ever, and the virtual machine never starts.',
  remediation: 'Correct the field at the path of the finding.',
  check: ({ machines }) =>
    reportMachines(machines, (prediction) => {
      const denial = denialOf(prediction, [...ADVICE.keys()])
      if (!denial) return undefined
      const { cause, message, path } = denial
      return {
        key: [cause, path, message].join('\n'),
        path,
        message: `KubeVirt refuses this virtual machine, in its words ${JSON.stringify(message)}; ${ADVICE.get(cause) ?? 'correct it'}`,
      }
    }),
}
