import { ARCHITECTURE_LABEL } from '../../operators/kubevirt/launcher.ts'
import type { Surroundings } from '../../operators/kubevirt/surroundings.ts'
import { type AdmittedOutcome, instancePath } from './machines.ts'

/** A node selector that asks for nodes of another architecture than the virtual machine's. */
export interface SelectorOverride {
  readonly value: string
  readonly path: string
  /** Whose selector it is. */
  readonly owner: string
}

export function selectorOverride(outcome: AdmittedOutcome, { kubeVirt }: Surroundings): SelectorOverride | undefined {
  const value = outcome.launch?.placement.nodeSelector[ARCHITECTURE_LABEL]
  const { architecture } = outcome.defaults.architecture
  if (value === undefined || value === architecture.toLowerCase()) return undefined
  if (outcome.machine.instance.nodeSelector?.[ARCHITECTURE_LABEL] === value) {
    const path = instancePath(outcome, `nodeSelector[${JSON.stringify(ARCHITECTURE_LABEL)}]`)
    return { value, path, owner: 'its node selector' }
  }
  return kubeVirt.nodeSelectors[ARCHITECTURE_LABEL] === value
    ? { value, path: instancePath(outcome, ''), owner: "KubeVirt's own node selector for all virtual machines" }
    : { value, path: 'spec.instancetype', owner: 'the node selector of its instance type' }
}
