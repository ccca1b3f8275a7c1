import type { DataImportCronTemplate } from '../cluster/data-import-cron.ts'
import { type JsonObject, toJson } from '../json/json.ts'
import { ARCHITECTURES_ANNOTATION, ENABLE_ANNOTATION } from '../operators/hco/template.ts'
import { type Change, changesBetween } from './changes.ts'
import type { ListedTemplate } from './template-list.ts'

/**
 * What an entry of the HyperConverged changes in the common template of its name. The architectures have a story of
 * their own, and that the entry is enabled changes nothing.
 */
export function changesOfTemplate({ common, effective, fate }: ListedTemplate): Change[] {
  if (fate !== 'customised' || !common || !effective) return []
  return changesBetween(comparable(common), comparable(effective.template))
}

function comparable(template: DataImportCronTemplate): JsonObject {
  const {
    [ARCHITECTURES_ANNOTATION]: _architectures,
    [ENABLE_ANNOTATION]: _enable,
    ...annotations
  } = template.metadata.annotations ?? {}
  return toJson({ ...template, metadata: { ...template.metadata, annotations } })
}
