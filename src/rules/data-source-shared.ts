import { templateName, templatePath } from '../operators/hco/template.ts'
import type { ClusterRule } from './rule.ts'
import { nameTemplate, quote } from './support/wording.ts'

export const dataSourceShared: ClusterRule = {
  id: 'data-source-shared',
  severity: 'error',
  scope: 'made',
  summary: 'Two templates manage one DataSource in one namespace; the later one silently replaces the earlier.',
  why: 'SSP keeps one DataImportCron for each DataSource: of several the last in name order remains, and nothing tells that the others are gone.',
  remediation: 'Give each template a `managedDataSource` of its own, or remove one of them.',
  check: ({ prediction: { hyperConverged, crons } }) =>
    crons
      .filter((one) => one.outcome === 'replaced')
      .map(({ cron, source: { template, effective }, by }) => ({
        path: `${templatePath(hyperConverged.paths.templates, effective.origin)}.spec.managedDataSource`,
        currentValue: template.spec?.managedDataSource ?? '',
        template: templateName(template),
        message: `the DataImportCron ${quote(cron.metadata.name)} of ${nameTemplate(template)} is never made, because ${quote(by.cron.metadata.name)} of ${nameTemplate(by.source.template)} manages the DataSource ${quote(`${by.cron.metadata.namespace}/${by.cron.spec.managedDataSource}`)} as well and replaces it; give one of them another DataSource, or remove it`,
      })),
}
