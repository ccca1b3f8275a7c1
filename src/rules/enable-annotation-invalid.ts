import type { ClusterRule } from './rule.ts'
import { reportRefusals } from './support/refusals.ts'

export const enableAnnotationInvalid: ClusterRule = {
  id: 'enable-annotation-invalid',
  severity: 'error',
  scope: 'cluster',
  summary: 'The annotation that switches a template off says neither `true` nor `false`.',
  why: "HCO's webhook denies the object.",
  remediation: 'Write `"true"` or `"false"`, or remove the annotation: a template is enabled without it.',
  check: reportRefusals(
    'enable-annotation-invalid',
    ({ value }, who) => `HCO denies the HyperConverged: for ${who} the value "${value}" must be "true" or "false"`,
  ),
}
