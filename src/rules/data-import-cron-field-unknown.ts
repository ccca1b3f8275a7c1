import { DATA_IMPORT_CRON_FIELDS } from '../cluster/data-import-cron-fields.ts'
import { valueAt } from '../json/json.ts'
import { checkAgainstCrd } from '../kubernetes/crd/check-against-crd.ts'
import type { CronRule } from './rule.ts'
import { droppedFields } from './support/dropped-fields.ts'
import { adviseField, splitField, tellAdvice } from './support/field-advice.ts'
import { quote } from './support/wording.ts'

export const dataImportCronFieldUnknown: CronRule = {
  id: 'data-import-cron-field-unknown',
  severity: 'error',
  scope: 'cron',
  summary: 'A DataImportCron of the input has a field that the API server does not know there.',
  why: "The CRD's schema prunes what it does not know: a field that is misspelt, or stands in the wrong place, has no effect. `kubectl apply` and Flux refuse the object, Argo CD drops the field. It is a warning where nothing tells which field was meant.",
  remediation: 'Correct the spelling or the place of the field, or remove it.',
  sources: [
    'containerized-data-importer, staging/src/kubevirt.io/containerized-data-importer-api/pkg/apis/core/v1beta1/types.go, DataImportCronSpec',
  ],
  check: ({ existing }) => {
    if (!existing) return []
    const written = existing.item.value()
    const dropped = droppedFields(written.spec, checkAgainstCrd('DataImportCron', written).object.spec, 'spec')
    return dropped.map((path) => {
      const field = splitField(path)
      const isThere = (place: string) => valueAt(written, ...place.split('.')) !== undefined
      const advice = adviseField(DATA_IMPORT_CRON_FIELDS, field, isThere)
      return {
        path,
        ...(advice === undefined && { severity: 'warning' }),
        message: `the API server does not know the field ${quote(field.name)} here and drops it; ${
          advice ? tellAdvice(advice) : 'correct its spelling or its place'
        }`,
      }
    })
  },
}
