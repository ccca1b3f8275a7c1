import { valueAt } from '../json/json.ts'
import type { ClusterRule } from './rule.ts'
import { droppedFields } from './support/dropped-fields.ts'
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
