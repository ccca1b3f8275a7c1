import type { ClusterRule } from './rule.ts'
import { reportMachines } from './support/machines.ts'
import { quote } from './support/wording.ts'

/** KubeVirt pkg/instancetype/controller/vm/controller.go (FailedFindPreference, FailedFindInstancetype). */
export const vmInstancetypeMissing: ClusterRule = {
  id: 'vm-instancetype-missing',
  severity: 'warning',
  scope: 'made',
  summary:
    'The preference or instance type of a virtual machine is neither in the input nor one that KubeVirt installs.',
  why: 'KubeVirt admits the virtual machine, and its controller then fails to find what it names, again and again: it never starts. Another repository may bring it.',
  remediation: 'Correct the name or the kind, or add the object.',
  check: ({ machines }) =>
    reportMachines(machines, ({ outcome }) => {
      const start = outcome.kind === 'admitted' ? outcome.start : undefined
      if (outcome.kind !== 'admitted' || start?.kind !== 'failure') return undefined
      const { failure } = start
      if (failure !== 'preference-missing' && failure !== 'instancetype-missing') return undefined
      const field = failure === 'preference-missing' ? 'preference' : 'instancetype'
      const matcher = outcome.defaults[field]
      const name = matcher?.name ?? ''
      const isInferred = outcome.machine[field]?.inferFromVolume !== ''
      return {
        key: [field, matcher?.kind, name].join('\n'),
        path: isInferred ? `spec.${field}.inferFromVolume` : `spec.${field}.name`,
        ...(!isInferred && { currentValue: name }),
        message: `the ${field === 'preference' ? 'preference' : 'instance type'} ${quote(name)} is neither in the input nor one that KubeVirt installs, and without it this virtual machine does not start; correct its name or kind, or see to it that it is there`,
      }
    }),
}
