import { isJsonObject, type JsonValue, valueAt } from '../json/json.ts'
import type { ClusterRule } from './rule.ts'
import { quote } from './support/wording.ts'

export const unknownField: ClusterRule = {
  id: 'unknown-field',
  severity: 'warning',
  scope: 'readable',
  summary: 'A template has a field that the API server does not know, and silently drops.',
  why: "The CRD's schema prunes what it does not know, so a misspelt field has no effect, and nothing tells it.",
  remediation: 'Correct the spelling or the place of the field, or remove it.',
  check: ({ hyperConverged, prediction }) => {
    const { stored, paths } = prediction.hyperConverged
    const steps = paths.templates.split('.')
    const dropped = droppedFields(valueAt(hyperConverged, ...steps), valueAt(stored, ...steps), paths.templates)
    return dropped.map((path) => ({
      path,
      message: `the API server does not know the field ${quote(path.slice(path.lastIndexOf('.') + 1))} here and drops it; correct its spelling or its place`,
    }))
  },
}

/** Paths of members that are in `written` and not in what the API server `kept` of it; a null is as good as absent. */
function droppedFields(written: JsonValue | undefined, kept: JsonValue | undefined, path: string): string[] {
  if (Array.isArray(written)) {
    return written.flatMap((entry, index) =>
      droppedFields(entry, Array.isArray(kept) ? kept[index] : undefined, `${path}[${index}]`),
    )
  }
  if (!isJsonObject(written) || !isJsonObject(kept)) return []
  return Object.entries(written).flatMap(([key, value]) => {
    if (value === null) return []
    return Object.hasOwn(kept, key) ? droppedFields(value, kept[key], `${path}.${key}`) : [`${path}.${key}`]
  })
}
