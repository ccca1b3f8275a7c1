import type { DataImportCronTemplate } from '../cluster/data-import-cron.ts'
import { type JsonObject, toJson } from '../json/json.ts'
import { ARCHITECTURES_ANNOTATION, ENABLE_ANNOTATION } from '../operators/hco/template.ts'
import type { TemplateOutcome } from '../operators/hco/template-outcomes.ts'
import { type Change, changesBetween } from './changes.ts'

/**
 * What an entry of the HyperConverged changes in the common template of its name. The architectures are explained by
 * themselves, and that the entry is enabled changes nothing.
 */
export function changesOfTemplate(template: TemplateOutcome): Change[] {
  if (template.outcome !== 'customised') return []
  return changesBetween(comparable(template.common), comparable(template.effective.template))
}

function comparable(template: DataImportCronTemplate): JsonObject {
  const {
    [ARCHITECTURES_ANNOTATION]: _architectures,
    [ENABLE_ANNOTATION]: _enable,
    ...annotations
  } = template.metadata.annotations ?? {}
  return toJson({ ...template, metadata: { ...template.metadata, annotations } })
}
