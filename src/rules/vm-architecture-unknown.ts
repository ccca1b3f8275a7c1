import type { ClusterRule } from './rule.ts'
import { likelyMeant } from './support/architecture-words.ts'
import { architectureSource, denialOf, reportMachines } from './support/machines.ts'
import { list, quote } from './support/wording.ts'

/** KubeVirt pkg/virt-api/webhooks/validating-webhook/admitters/vmi-create-admitter.go (ValidateVirtualMachineInstancePerArch). */
export const vmArchitectureUnknown: ClusterRule = {
  id: 'vm-architecture-unknown',
  severity: 'error',
  scope: 'made',
  summary: 'A virtual machine has an architecture that KubeVirt does not know.',
  why: 'KubeVirt admits the VirtualMachine with any architecture, and then refuses the instance that is made of it, for ever. Exactly its own names count: `amd64`, `arm64`, `s390x`.',
  remediation: 'Write the architecture as KubeVirt spells it.',
  check: ({ machines }) =>
    reportMachines(machines, (prediction) => {
      const { outcome, surroundings } = prediction
      if (outcome.kind === 'not-mutated' || !denialOf(prediction, ['architecture-unsupported'])) return undefined
      const { architecture, from } = outcome.defaults.architecture
      const known = surroundings.kubeVirt.release.instanceArchitectures
      const meant = likelyMeant(architecture, known)
      const { path, currentValue } = architectureSource(outcome)
      return {
        key: `${architecture}\n${path}`,
        path,
        ...(currentValue !== undefined && { currentValue }),
        ...(from === 'spec' && meant !== undefined && { proposedValue: meant }),
        message: `KubeVirt does not know the architecture ${quote(architecture)}, and refuses every instance of this virtual machine; write ${meant === undefined ? `one of ${list(known)}` : quote(meant)}`,
      }
    }),
}
