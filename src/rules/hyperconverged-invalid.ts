import { reportRefusals } from './refusals.ts'
import type { ClusterRule } from './rule.ts'

export const hyperConvergedInvalid: ClusterRule = {
  id: 'hyperconverged-invalid',
  severity: 'error',
  scope: 'cluster',
  summary: 'The HyperConverged has a field of the wrong type, lacks a required one, or holds a value outside an enum.',
  why: "The API server holds the object against the CRD's schema and refuses it.",
  remediation: 'Correct the field at the path of the finding.',
  check: reportRefusals('hyperconverged-invalid', ({ message, templateIndex }, who) =>
    templateIndex === undefined
      ? `the API server refuses the HyperConverged: it ${message}`
      : `the API server refuses the HyperConverged for ${who}: it ${message}`,
  ),
}
