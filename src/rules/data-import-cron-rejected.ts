import type { Problem } from '../findings/finding.ts'
import { templateName, templatePath } from '../operators/hco/template.ts'
import { ADMISSION_ADVICE } from './admission-advice.ts'
import type { ClusterRule } from './rule.ts'
import { nameTemplate } from './wording.ts'

const NAMES = ['metadata.name', 'spec.managedDataSource']

export const dataImportCronRejected: ClusterRule = {
  id: 'data-import-cron-rejected',
  severity: 'error',
  scope: 'cluster',
  summary: 'CDI would refuse a DataImportCron that SSP makes from a template.',
  why: 'CDI or the API server refuses the object. SSP stops at the first DataImportCron that it can not create, so that a random part of the other images is missing too.',
  remediation: 'Correct the field at the path of the finding.',
  check: ({ prediction }) => {
    const { hyperConverged, operation } = prediction
    const crons = operation?.ssp.images?.crons ?? []
    return crons.flatMap(({ cron, source, admission }): Problem[] => {
      if (admission.admitted || !hyperConverged) return []
      const { kind, path, value, message } = admission.cause
      const at = templatePath(hyperConverged.paths.templates, source.effective.origin)
      return [
        {
          path: source.effective.origin.kind === 'common' ? at : `${at}.${path}`,
          // The names carry a suffix that the template does not have.
          ...(value !== undefined && !NAMES.includes(path) && { currentValue: value }),
          template: templateName(source.template),
          message: `CDI refuses the DataImportCron "${cron.metadata.namespace}/${cron.metadata.name}" of ${nameTemplate(source.template)} for its \`${path}\`: ${message}; ${ADMISSION_ADVICE[kind]}`,
        },
      ]
    })
  },
}
