/**
 * Whether a virtual machine has what its preference requires. Source: KubeVirt pkg/instancetype/preference/requirements
 * (checkCPU, checkMemory, checkArch); conflicts of an instance type: pkg/instancetype/apply.
 */
import type { Instancetype, Preference } from '../../cluster/instancetype.ts'
import type { KubeVirtRelease } from '../../cluster/kubevirt-release.ts'
import type { InstanceSpec } from '../../cluster/virtual-machine.ts'
import { canonicalQuantity, quantityBytes } from '../../kubernetes/quantity.ts'
import { type Denial, denial } from './denial.ts'

const SPEC = 'spec.template.spec'

/** The first requirement that is not met. */
export function unmetRequirement(
  preference: Preference,
  instancetype: Instancetype | undefined,
  instance: InstanceSpec,
  architecture: string,
  release: KubeVirtRelease,
): Denial | undefined {
  const { cpus, memory, architecture: required } = preference.requirements
  const problem =
    (cpus === undefined ? undefined : cpuProblem(cpus, instancetype, instance)) ??
    (memory === undefined ? undefined : memoryProblem(memory, instancetype, instance)) ??
    (required === undefined || required === architecture || !release.preferencesNameArchitectures
      ? undefined
      : {
          path: 'architecture',
          message: `preference requires architecture ${required} but ${architecture} is being requested`,
        })
  if (!problem) return undefined
  const path = instancetype && problem.path !== 'architecture' ? 'spec.instancetype' : `${SPEC}.${problem.path}`
  return denial('requirements-not-met', path, `failure checking preference requirements: ${problem.message}`)
}

/** Which of sockets, cores and threads count is the preference's choice; their product is the most that can be meant. */
function cpuProblem(required: number, instancetype: Instancetype | undefined, instance: InstanceSpec) {
  const cpus = instancetype?.cpus ?? instance.cpus
  if (cpus >= required) return undefined
  const by = instancetype ? 'instance type' : 'VirtualMachine'
  return {
    path: 'domain.cpu',
    message: `insufficient CPU resources of ${cpus} vCPU provided by ${by}, preference requires ${required} vCPU`,
  }
}

function memoryProblem(required: string | number, instancetype: Instancetype | undefined, instance: InstanceSpec) {
  const memory = instance.guestMemory ?? instancetype?.memory ?? 0
  const [has, needs] = [quantityBytes(memory), quantityBytes(required)]
  if (has === undefined || needs === undefined || has >= needs) return undefined
  const by = instancetype ? 'instance type' : 'VirtualMachine'
  const words = [canonicalQuantity(memory), canonicalQuantity(required)] as const
  return {
    path: 'domain.memory',
    message: `insufficient Memory resources of ${words[0]} provided by ${by}, preference requires ${words[1]}`,
  }
}

/** The fields that an instance type sets, and the virtual machine as well. */
export function instancetypeConflict(instancetype: Instancetype, instance: InstanceSpec): Denial | undefined {
  const fields = [
    ...instance.cpuFields.map((field) => `domain.${field}`),
    ...(instance.cpuModel !== '' && instancetype.cpuModel !== undefined ? ['domain.cpu.model'] : []),
    ...(instance.guestMemory === undefined ? [] : ['domain.memory.guest']),
    ...(instance.nodeSelector && instancetype.nodeSelector ? ['nodeSelector'] : []),
  ].map((field) => `${SPEC}.${field}`)
  const [first] = fields
  if (first === undefined) return undefined
  return denial(
    'instancetype-conflict',
    first,
    `VM field(s) ${fields.join(', ')} conflicts with selected instance type`,
  )
}
