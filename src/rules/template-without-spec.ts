import type { ClusterRule } from './rule.ts'
import { reportRefusals } from './support/refusals.ts'

export const templateWithoutSpec: ClusterRule = {
  id: 'template-without-spec',
  severity: 'error',
  scope: 'cluster',
  summary: 'An enabled template has no `spec`.',
  why: "HCO's webhook denies the object. Only a template that is switched off can do without.",
  remediation:
    'Write the `spec`, or switch the template off with `dataimportcrontemplate.kubevirt.io/enable: "false"`.',
  check: reportRefusals(
    'template-without-spec',
    (_refusal, who) =>
      `HCO denies the HyperConverged: ${who} is enabled and must have \`spec\`; to switch a common image off, set the annotation \`dataimportcrontemplate.kubevirt.io/enable\` to "false"`,
  ),
}
