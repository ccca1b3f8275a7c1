import type { ClusterRule } from './rule.ts'
import { reportMachines } from './support/machines.ts'
import { selectorOverride } from './support/selector-override.ts'
import { quote } from './support/wording.ts'

/** KubeVirt pkg/virt-controller/services/nodeselectorrenderer.go (NewNodeSelectorRenderer, WithMachineType). */
export const vmNodeSelectorOverrides: ClusterRule = {
  id: 'vm-node-selector-overrides',
  severity: 'error',
  scope: 'made',
  summary: 'A node selector sends a virtual machine to nodes of another architecture than its own.',
  why: "A virtual machine's `kubernetes.io/arch` is overwritten by a node selector of KubeVirt, of the virtual machine or of its instance type. Its machine type stays, and a node of another architecture does not know that: the launcher pod stays pending.",
  remediation:
    'Take `kubernetes.io/arch` out of the node selector; the architecture of the virtual machine chooses the nodes.',
  check: ({ machines }) =>
    reportMachines(machines, ({ outcome, surroundings }) => {
      const override = outcome.kind === 'admitted' ? selectorOverride(outcome, surroundings) : undefined
      if (!override || outcome.kind !== 'admitted') return undefined
      const { architecture } = outcome.defaults.architecture
      const { value, path, owner } = override
      return {
        key: [architecture, value, owner].join('\n'),
        path,
        ...(path.endsWith(']') && { currentValue: value }),
        message: `this virtual machine is for ${quote(architecture)}, but ${owner} asks for nodes that are ${quote(value)}, which know no machine type of its own; take \`kubernetes.io/arch\` out of the selector, or set its architecture to that`,
      }
    }),
}
