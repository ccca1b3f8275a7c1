/**
 * What KubeVirt's validating webhooks deny. Source: KubeVirt pkg/virt-api/webhooks/validating-webhook/admitters/
 * vms-admitter.go (Admit, ValidateVirtualMachineSpec), vmi-create-admitter.go; pkg/storage/admitters/data-volume-template.go.
 */
import type { Instancetype, Preference } from '../../cluster/instancetype.ts'
import type { InstanceSpec, VirtualMachine } from '../../cluster/virtual-machine.ts'
import { nodeAffinityProblems } from './affinity.ts'
import { type Denial, denial } from './denial.ts'
import { machineTypeProblem } from './machine-type.ts'
import { instancetypeConflict, unmetRequirement } from './requirements.ts'
import { hasGate, type KubeVirtSettings } from './surroundings.ts'

const RUN_STRATEGIES = ['Always', 'Halted', 'Manual', 'RerunOnFailure', 'Once']

/** Why a VirtualMachine is denied, whose defaults are in `instance`; all causes of the step at which it is. */
export function denyVirtualMachine(
  machine: VirtualMachine,
  instance: InstanceSpec,
  found: { readonly preference: Preference | undefined; readonly instancetype: Instancetype | undefined },
  kubeVirt: KubeVirtSettings,
): Denial[] {
  if (!machine.hasTemplate) {
    return [denial('template-missing', 'spec.template', 'missing virtual machine template.')]
  }
  const conflict = found.instancetype && instancetypeConflict(found.instancetype, instance)
  if (conflict) return [conflict]
  const unmet =
    found.preference &&
    unmetRequirement(found.preference, found.instancetype, instance, instance.architecture, kubeVirt.release)
  if (unmet) return [unmet]
  return [
    ...denySpec(instance, 'spec.template.spec', kubeVirt),
    ...denyUnusedTemplates(machine),
    ...denyRunStrategy(machine),
  ]
}

/** Why a VirtualMachineInstance is denied: one of one's own, or the one that virt-controller makes. */
export function denyInstance(
  instance: InstanceSpec,
  hasInstancetype: boolean,
  path: string,
  kubeVirt: KubeVirtSettings,
): Denial[] {
  const { architecture } = instance
  const { instanceArchitectures } = kubeVirt.release
  const denials = denySpec(instance, path, kubeVirt)
  if (!instance.hasMemory && !hasInstancetype) {
    const fields = ['memory.guest', 'memory.hugepages.pageSize', 'resources.requests.memory'].map(
      (field) => `'spec.domain.${field}'`,
    )
    const message = `no memory requested, at least one of ${fields[0]}, ${fields[1]} or ${fields[2]} must be set`
    denials.push(denial('memory-missing', `${path}.domain`, message))
  }
  if (!instanceArchitectures.includes(architecture)) {
    const message = `unsupported architecture: ${architecture}`
    denials.push(denial('architecture-unsupported', `${path}.architecture`, message))
  }
  return denials
}

/** What is looked at in a template as well as in an instance. */
function denySpec(instance: InstanceSpec, path: string, kubeVirt: KubeVirtSettings): Denial[] {
  const { architecture, machineType, affinity } = instance
  const denials: Denial[] = []
  if (isGated(architecture, kubeVirt)) {
    const entry = `${path}.architecture`
    const message = `MultiArchitecture feature gate is not enabled in kubevirt-config, invalid entry ${entry}`
    denials.push(denial('architecture-gated', entry, message))
  }
  const allowed = machineTypeProblem(machineType, architecture, kubeVirt.release)
  if (machineType !== '' && allowed) {
    const field = `${path}.domain.machine.type`
    const message = `${field} is not supported: ${machineType} (allowed values: [${allowed.join(' ')}])`
    denials.push(denial('machine-type-unsupported', field, message))
  }
  for (const problem of nodeAffinityProblems(affinity)) {
    const message = `${path}.${problem.path}: ${problem.message}`
    denials.push(denial('affinity-invalid', `${path}.affinity.${problem.path}`, message))
  }
  return denials
}

function isGated(architecture: string, kubeVirt: KubeVirtSettings): boolean {
  return (
    kubeVirt.release.gatesArchitectures &&
    architecture !== '' &&
    architecture !== kubeVirt.operatorArchitecture &&
    !hasGate(kubeVirt, 'MultiArchitecture')
  )
}

function denyUnusedTemplates({ dataVolumeTemplates, instance }: VirtualMachine): Denial[] {
  const used = new Set(
    instance.volumes.flatMap(({ dataVolume, persistentVolumeClaim }) => [dataVolume, persistentVolumeClaim]),
  )
  return dataVolumeTemplates.flatMap(({ name }, index) => {
    if (used.has(name)) return []
    const entry = `spec.dataVolumeTemplate[${index}]`
    const message = `DataVolumeTemplate entry ${entry} must be referenced in the VMI template's 'volumes' list`
    return [denial('data-volume-template-unused', `spec.dataVolumeTemplates[${index}]`, message)]
  })
}

function denyRunStrategy({ running, runStrategy }: VirtualMachine): Denial[] {
  const message = runStrategyProblem(running, runStrategy)
  if (message === undefined) return []
  return [denial('run-strategy-invalid', runStrategy === undefined ? 'spec' : 'spec.runStrategy', message)]
}

function runStrategyProblem(running: boolean | undefined, runStrategy: string | undefined): string | undefined {
  if (running === undefined && runStrategy === undefined) return 'RunStrategy must be specified'
  if (running !== undefined && runStrategy !== undefined) return 'Running and RunStrategy are mutually exclusive'
  if (runStrategy === undefined || RUN_STRATEGIES.includes(runStrategy)) return undefined
  return `Invalid RunStrategy (${runStrategy})`
}
