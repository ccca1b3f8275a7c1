import type { ClusterRule } from './rule.ts'
import { reportRefusals } from './support/refusals.ts'

export const v1OnlyFieldsInvalid: ClusterRule = {
  id: 'v1-only-fields-invalid',
  severity: 'error',
  scope: 'cluster',
  summary: "The annotation `hco.kubevirt.io/v1-only-fields` can't be read.",
  why: 'The API server writes this annotation itself and parses it on every change; one that it can not parse is denied.',
  remediation: 'Remove the annotation from what is kept in Git.',
  check: reportRefusals(
    'v1-only-fields-invalid',
    ({ message }) =>
      `HCO denies the HyperConverged, because this annotation can't be read: its value ${message}; remove it`,
  ),
}
