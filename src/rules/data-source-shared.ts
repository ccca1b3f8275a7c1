import { templateName, templatePath } from '../operators/hco/template.ts'
import type { ClusterRule } from './rule.ts'
import { nameTemplate, quote } from './support/wording.ts'

export const dataSourceShared: ClusterRule = {
  id: 'data-source-shared',
  severity: 'error',
  scope: 'cluster',
  summary: 'Two templates manage one DataSource in one namespace; the later one silently replaces the earlier.',
  why: 'SSP keeps one DataImportCron for each DataSource: of several the last in name order remains, and nothing tells that the others are gone.',
  remediation: 'Give each template a `managedDataSource` of its own, or remove one of them.',
  check: ({ prediction: { hyperConverged, operation } }) =>
    (operation?.ssp.images?.replaced ?? []).map(({ lost, by }) => ({
      path: `${templatePath(hyperConverged?.paths.templates ?? '', lost.source.effective.origin)}.spec.managedDataSource`,
      currentValue: lost.source.template.spec?.managedDataSource ?? '',
      template: templateName(lost.source.template),
      message: `the DataImportCron ${quote(lost.cron.metadata.name)} of ${nameTemplate(lost.source.template)} is never made, because ${quote(by.cron.metadata.name)} of ${nameTemplate(by.source.template)} manages the DataSource ${quote(`${by.cron.metadata.namespace}/${by.cron.spec.managedDataSource}`)} as well and replaces it; give one of them another DataSource, or remove it`,
    })),
}
