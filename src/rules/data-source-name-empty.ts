import type { ClusterRule } from './rule.ts'
import { reportRefusals } from './support/refusals.ts'

export const dataSourceNameEmpty: ClusterRule = {
  id: 'data-source-name-empty',
  severity: 'error',
  scope: 'cluster',
  summary: 'A template with architectures has an empty `managedDataSource`.',
  why: 'SSP tries to make a pointer DataSource without a name, fails, and makes no DataImportCron for any template.',
  remediation: 'Name the DataSource from which VMs take the image.',
  check: reportRefusals(
    'data-source-name-empty',
    (_refusal, who) =>
      `SSP fails and makes no DataImportCron for any template, because \`managedDataSource\` of ${who} must not be empty`,
  ),
}
