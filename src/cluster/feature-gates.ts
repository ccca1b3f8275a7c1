import { type JsonValue, stringAt } from '../json/json.ts'

/** An entry of v1's `spec.featureGates`; an absent state means Enabled. */
export interface FeatureGate {
  readonly name: string
  readonly enabled: boolean
}

/** Reads v1's list of feature gates; what is no gate is left out. */
export function readFeatureGates(list: JsonValue | undefined): FeatureGate[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((gate) => {
    const name = stringAt(gate, 'name')
    return name === undefined ? [] : [{ name, enabled: (stringAt(gate, 'state') ?? 'Enabled') === 'Enabled' }]
  })
}
