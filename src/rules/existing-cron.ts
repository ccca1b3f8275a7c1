import { type Admission, admitDataImportCron } from '../operators/cdi/admission.ts'
import type { JsonObject } from '../resource-list/json.ts'

/** A DataImportCron of the input, and what CDI's admission says of it. */
export interface ExistingCron {
  readonly item: JsonObject
  readonly admission: Admission
}

export function checkExistingCron(item: JsonObject): ExistingCron {
  return { item, admission: admitDataImportCron(item) }
}
