import { findGate, MULTI_ARCH_GATE } from '../operators/hco/multi-arch.ts'
import type { ClusterRule } from './rule.ts'

export const featureGateNeedsWorkloadSources: ClusterRule = {
  id: 'feature-gate-needs-workload-sources',
  severity: 'warning',
  scope: 'readable',
  summary: 'The deprecated feature gate stands alone, without `spec.workloadSources`.',
  why: "HCO's webhook copies the gate into `spec.workloadSources.enableMultiArchBootImageImport`. Where `spec.workloadSources` is not there, creating the object is refused, whether the gate says Enabled or Disabled.",
  remediation: 'Set the field and remove the gate.',
  check: ({ prediction: { hyperConverged }, release }) => {
    if (hyperConverged.version !== 'v1' || !release.checksFeatureGates || hyperConverged.hasWorkloadSources) return []
    const { gates } = hyperConverged.multiArchSwitch
    const gate = findGate(gates, release)
    if (!gate) return []
    return [
      {
        path: hyperConverged.paths.multiArchSwitch,
        proposedValue: gate.enabled,
        message: `a new HyperConverged with the feature gate "${MULTI_ARCH_GATE}" and without \`spec.workloadSources\` is refused; set this field to ${gate.enabled} and remove \`${hyperConverged.paths.featureGates}[${gates.indexOf(gate)}]\``,
      },
    ]
  },
}
