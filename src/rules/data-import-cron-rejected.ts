import type { Problem } from '../findings/finding.ts'
import { groupBy } from '../json/group-by.ts'
import type { Cause } from '../operators/cdi/cause.ts'
import { templateName, templatePath } from '../operators/hco/template.ts'
import type { PlannedCron } from '../operators/ssp/data-import-crons.ts'
import { type CronOutcome, handedCrons } from '../prediction/cron-outcomes.ts'
import type { ClusterRule } from './rule.ts'
import { ADMISSION_ADVICE } from './support/admission-advice.ts'
import { list, nameTemplate, quote } from './support/wording.ts'

const NAMES = ['metadata.name', 'spec.managedDataSource']

export const dataImportCronRejected: ClusterRule = {
  id: 'data-import-cron-rejected',
  severity: 'error',
  scope: 'made',
  summary: 'CDI would refuse a DataImportCron that SSP makes from a template.',
  why: 'CDI or the API server refuses the object. SSP stops at the first DataImportCron that it can not create, so that a random part of the other images is missing too.',
  remediation: 'Correct the field at the path of the finding.',
  check: ({ prediction: { hyperConverged, crons } }) =>
    groupByCause(crons).flatMap(([first, ...others]): Problem[] => {
      const { source } = first
      const { kind, path, value, message } = first.cause
      const at = templatePath(hyperConverged.paths.templates, source.effective.origin)
      const names = [first, ...others].map(({ cron }) => quote(`${cron.metadata.namespace}/${cron.metadata.name}`))
      return [
        {
          path: source.effective.origin.kind === 'common' ? at : `${at}.${path}`,
          // The names carry a suffix that the template does not have.
          ...(value !== undefined && !NAMES.includes(path) && { currentValue: value }),
          template: templateName(source.template),
          message: `CDI refuses the DataImportCron${names.length > 1 ? 's' : ''} ${list(names)} of ${nameTemplate(source.template)} for \`${path}\`: ${message}; ${ADMISSION_ADVICE[kind]}`,
        },
      ]
    }),
}

interface RefusedCron extends PlannedCron {
  readonly cause: Cause
}

/** The architectures of one template are most often refused for the same reason. */
function groupByCause(crons: readonly CronOutcome[]): [RefusedCron, ...RefusedCron[]][] {
  const refused = handedCrons(crons).flatMap(({ cause, ...planned }) => (cause ? [{ ...planned, cause }] : []))
  const keyOf = ({ source, cause }: RefusedCron) =>
    JSON.stringify([templateName(source.template), cause.kind, cause.path])
  return [...groupBy(refused, keyOf).values()]
}
