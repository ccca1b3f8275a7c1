import type { PackageRule } from './rule.ts'
import { ADMISSION_ADVICE } from './support/admission-advice.ts'

export const existingDataImportCronRejected: PackageRule = {
  id: 'existing-data-import-cron-rejected',
  severity: 'error',
  scope: 'package',
  summary: 'CDI would refuse a DataImportCron that stands in the input.',
  why: "CDI's webhook or the API server refuses the object when it is applied.",
  remediation: 'Correct the field at the path of the finding.',
  check: ({ existingCrons }) =>
    existingCrons.flatMap(({ item, cluster, admission }) =>
      admission.admitted
        ? []
        : [
            {
              item,
              ...(cluster !== undefined && { cluster }),
              path: admission.cause.path,
              ...(admission.cause.value !== undefined && { currentValue: admission.cause.value }),
              message: `CDI refuses this DataImportCron: ${admission.cause.message}; ${ADMISSION_ADVICE[admission.cause.kind]}`,
            },
          ],
    ),
}
