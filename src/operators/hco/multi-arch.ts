import type { FeatureGate } from '../../cluster/feature-gates.ts'
import type { MultiArchSwitch } from '../../cluster/hyperconverged.ts'
import type { Release } from '../../cluster/release.ts'

export const MULTI_ARCH_GATE = 'enableMultiArchBootImageImport'

/**
 * Whether HCO makes golden images per architecture: an explicit v1beta1 gate, else v1's field, else v1's gate, else off; before
 * 1.16 nothing reads any of them
 * (hyperconverged-cluster-operator, controllers/handlers/golden-images and api/v1beta1/conversion.go).
 */
export function isMultiArchEnabled({ mapGate, field, gates }: MultiArchSwitch, release: Release): boolean {
  if (!release.hasMultiArch) return false
  return mapGate ?? field ?? findGate(gates, release)?.enabled ?? false
}

/** The list's entry for the switch: the first one counts; HCO 1.18 compares the name's letter case, later ones don't. */
export function findGate(gates: readonly FeatureGate[], release: Release): FeatureGate | undefined {
  return gates.find(({ name }) =>
    release.checksFeatureGates ? name.toLowerCase() === MULTI_ARCH_GATE.toLowerCase() : name === MULTI_ARCH_GATE,
  )
}
