import type { ClusterRule } from './rule.ts'
import { reportRefusals } from './support/refusals.ts'

export const templateWithoutMetadata: ClusterRule = {
  id: 'template-without-metadata',
  severity: 'error',
  scope: 'cluster',
  summary: 'A template has no `metadata`.',
  why: "HCO's webhook adds an annotation to every template; where there is no `metadata` to add it to, the object is refused.",
  remediation: 'Give the template a `metadata` with a `name`.',
  check: reportRefusals(
    'template-without-metadata',
    () => 'HCO refuses the HyperConverged: this template must have `metadata` with a `name`',
  ),
}
