import { findGate, MULTI_ARCH_GATE } from '../operators/hco/multi-arch.ts'
import type { ClusterRule } from './rule.ts'

export const featureGateDeprecated: ClusterRule = {
  id: 'feature-gate-deprecated',
  severity: 'warning',
  scope: 'readable',
  summary: 'The switch is a deprecated entry of `spec.featureGates`, where a field exists.',
  why: 'Since HCO 1.19 the feature gate is deprecated and will be removed; admission warns, and copies it into the field.',
  remediation: 'Set `spec.workloadSources.enableMultiArchBootImageImport` and remove the feature gate.',
  check: ({ prediction: { hyperConverged }, release }) => {
    if (hyperConverged.version !== 'v1' || !release.checksFeatureGates) return []
    const { gates, field } = hyperConverged.multiArchSwitch
    const gate = findGate(gates, release)
    // Where `spec.workloadSources` is absent another rule says more.
    if (!gate || (field === undefined && !hyperConverged.hasWorkloadSources)) return []
    const place = `${hyperConverged.paths.featureGates}[${gates.indexOf(gate)}]`
    return [
      field === undefined
        ? {
            path: hyperConverged.paths.multiArchSwitch,
            proposedValue: gate.enabled,
            message: `the feature gate "${MULTI_ARCH_GATE}" is deprecated; set this field to ${gate.enabled} and remove \`${place}\``,
          }
        : {
            path: place,
            currentValue: gate.name,
            message: `the feature gate "${MULTI_ARCH_GATE}" is deprecated, and the field says the same; remove the gate`,
          },
    ]
  },
}
