import type { ClusterRule } from './rule.ts'
import { reportRefusals } from './support/refusals.ts'

export const templateCrashesOperator: ClusterRule = {
  id: 'template-crashes-operator',
  severity: 'error',
  scope: 'cluster',
  summary: 'A customised common template has no `source`, and HCO crashes on that.',
  why: "HCO reads the source of every entry that carries a common template's name without looking whether it is there: the webhook answers with an internal error, or its pod dies, and every reconcile fails.",
  remediation:
    'Write the whole `spec.template.spec.source` into the entry: its spec replaces the common one, nothing is merged.',
  check: reportRefusals(
    'template-crashes-operator',
    ({ message }, who) =>
      `HCO crashes on ${who}, which customises a common template: \`source\` ${message}; write the whole source, because the entry's spec replaces the common one`,
  ),
}
