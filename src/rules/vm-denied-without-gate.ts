import type { ClusterRule } from './rule.ts'
import { architectureSource, denialOf, reportMachines, whoDecided } from './support/machines.ts'
import { quote } from './support/wording.ts'

/** KubeVirt 1.6 and 1.7, pkg/virt-api/webhooks/validating-webhook/admitters/vmi-create-admitter.go (validateArchitecture). */
export const vmDeniedWithoutGate: ClusterRule = {
  id: 'vm-denied-without-gate',
  severity: 'error',
  scope: 'made',
  summary:
    'Up to HCO 1.17 a virtual machine of another architecture than that of KubeVirt itself is denied while the switch is off.',
  why: 'KubeVirt up to 1.7 takes other architectures with its gate `MultiArchitecture` alone, which HCO turns on with the switch for images of several architectures.',
  remediation: 'Turn on `enableMultiArchBootImageImport`, or keep to the architecture of KubeVirt itself.',
  check: ({ machines }) =>
    reportMachines(machines, (prediction) => {
      const { outcome, surroundings } = prediction
      if (outcome.kind === 'not-mutated' || !denialOf(prediction, ['architecture-gated'])) return undefined
      const { architecture } = outcome.defaults.architecture
      const { operatorArchitecture, release } = surroundings.kubeVirt
      return {
        key: `${architecture}\n${whoDecided(outcome)}`,
        ...architectureSource(outcome),
        message: `this virtual machine is for ${quote(architecture)}, ${whoDecided(outcome)}, and KubeVirt ${release.version} denies every architecture but ${quote(operatorArchitecture)} without its gate \`MultiArchitecture\`; turn on \`enableMultiArchBootImageImport\` in the HyperConverged, which turns that on, too`,
      }
    }),
}
