import { templateName, templatePath } from '../operators/hco/template.ts'
import type { ClusterRule } from './rule.ts'
import { nameTemplate, quote } from './support/wording.ts'

export const droppedForPointer: ClusterRule = {
  id: 'dropped-for-pointer',
  severity: 'error',
  scope: 'made',
  summary: 'A DataImportCron is dropped, because SSP makes a pointer DataSource of the name that it manages.',
  why: 'With multi-architecture images on, the unsuffixed name of a DataSource is a pointer to the default architecture. A DataImportCron that manages a DataSource of that very name is left out without a word.',
  remediation: 'Annotate both templates with their architectures, or give one of them another `managedDataSource`.',
  check: ({ prediction: { hyperConverged, crons } }) =>
    crons
      .filter((one) => one.outcome === 'dropped')
      .map(({ cron, source: { template, effective }, pointer }) => ({
        path: `${templatePath(hyperConverged.paths.templates, effective.origin)}.spec.managedDataSource`,
        currentValue: template.spec?.managedDataSource ?? '',
        template: templateName(template),
        message: `the DataImportCron ${quote(cron.metadata.name)} of ${nameTemplate(template)} is never made, because SSP makes ${quote(pointer.name)} a pointer to the DataSource ${quote(pointer.pointsTo)}${
          pointer.source ? ` for ${nameTemplate(pointer.source.template)}` : ''
        }; give it another DataSource, or say its architectures`,
      })),
}
