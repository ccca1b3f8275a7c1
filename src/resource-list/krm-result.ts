import type { JsonValue } from '../json/json.ts'

/** One entry of a ResourceList's `results`, as the KRM Functions Specification names its fields. */
export interface KrmResult {
  message: string
  severity: 'error' | 'warning' | 'info'
  resourceRef?: { apiVersion: string; kind: string; name: string; namespace?: string }
  field?: { path: string; currentValue?: JsonValue; proposedValue?: JsonValue }
  file?: { path: string; index?: number }
  tags?: { [name: string]: string }
}
