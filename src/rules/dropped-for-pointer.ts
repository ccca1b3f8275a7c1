import { templateName, templatePath } from '../operators/hco/template.ts'
import type { ClusterRule } from './rule.ts'
import { nameTemplate, quote } from './support/wording.ts'

export const droppedForPointer: ClusterRule = {
  id: 'dropped-for-pointer',
  severity: 'error',
  scope: 'cluster',
  summary: 'A DataImportCron is dropped, because SSP makes a pointer DataSource of the name that it manages.',
  why: 'With multi-architecture images on, the unsuffixed name of a DataSource is a pointer to the default architecture. A DataImportCron that manages a DataSource of that very name is left out without a word.',
  remediation: 'Annotate both templates with their architectures, or give one of them another `managedDataSource`.',
  check: ({ prediction: { hyperConverged, operation } }) =>
    (operation?.ssp.images?.dropped ?? []).map(({ lost, pointer }) => ({
      path: `${templatePath(hyperConverged?.paths.templates ?? '', lost.source.effective.origin)}.spec.managedDataSource`,
      currentValue: lost.source.template.spec?.managedDataSource ?? '',
      template: templateName(lost.source.template),
      message: `the DataImportCron ${quote(lost.cron.metadata.name)} of ${nameTemplate(lost.source.template)} is never made, because SSP makes ${quote(pointer.name)} a pointer to the DataSource ${quote(pointer.pointsTo)}${
        pointer.source ? ` for ${nameTemplate(pointer.source.template)}` : ''
      }; give it another DataSource, or say its architectures`,
    })),
}
