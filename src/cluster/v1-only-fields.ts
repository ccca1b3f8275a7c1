import { isJsonObject, type JsonObject, type JsonValue } from '../json/json.ts'
import { type FeatureGate, readFeatureGates } from './feature-gates.ts'

export const V1_ONLY_FIELDS = 'hco.kubevirt.io/v1-only-fields'

interface V1OnlyFields {
  field?: boolean
  gates: FeatureGate[]
  problem?: string
}

/**
 * What the annotation `hco.kubevirt.io/v1-only-fields` says of the multi-architecture switch. The API server writes it
 * whenever a v1 object is read as v1beta1, so exports carry it (hyperconverged-cluster-operator,
 * api/v1beta1/conversion.go). An empty value is no value; a problem makes the conversion, and so admission, fail.
 */
export function readV1OnlyFields(annotations: ReadonlyMap<string, string>): V1OnlyFields {
  const text = annotations.get(V1_ONLY_FIELDS)
  if (!text) return { gates: [] }
  const fields = parse(text)
  if (fields === undefined) return { gates: [], problem: 'is not JSON' }
  if (fields === null) return { gates: [] }
  if (!isJsonObject(fields)) return { gates: [], problem: 'is not a JSON object' }
  const field = foldedMember(fields, 'multiArchEnabled') ?? undefined
  if (field !== undefined && typeof field !== 'boolean')
    return { gates: [], problem: 'has a `multiArchEnabled` that is no boolean' }
  const list = foldedMember(fields, 'featureGates') ?? []
  if (!Array.isArray(list) || !list.every(isGate)) {
    return { gates: [], problem: 'has `featureGates` that are no list of objects with a `name` and a `state`' }
  }
  return { field, gates: readFeatureGates(list.map(foldKeys)) }
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isGate(gate: JsonValue): boolean {
  if (gate === null) return true
  if (!isJsonObject(gate)) return false
  return ['name', 'state'].every((key) =>
    ['string', 'undefined'].includes(typeof (foldedMember(gate, key) ?? undefined)),
  )
}

/** Go's decoder takes a key in any letter case, and the last one that fits. */
function foldedMember(object: JsonObject, key: string): JsonValue | undefined {
  return Object.entries(object).findLast(([name]) => name.toLowerCase() === key.toLowerCase())?.[1]
}

function foldKeys(gate: JsonValue): JsonValue {
  if (!isJsonObject(gate)) return gate
  return Object.fromEntries(Object.entries(gate).map(([key, value]) => [key.toLowerCase(), value]))
}
