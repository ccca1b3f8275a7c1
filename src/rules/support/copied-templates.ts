import { BIND_IMMEDIATE_ANNOTATION, type DataImportCronTemplate } from '../../cluster/data-import-cron.ts'
import { equalJson } from '../../json/equal-json.ts'
import { booleanAt, isJsonObject, type JsonValue, toJson, valueAt } from '../../json/json.ts'
import { applyWebhookDefaults, withRetentionDefaults } from '../../operators/hco/defaults.ts'
import { ARCHITECTURES_ANNOTATION, ENABLE_ANNOTATION, isEnabled } from '../../operators/hco/template.ts'
import type { ClusterPrediction } from '../../prediction/predict-cluster.ts'
import type { Readable } from '../../prediction/prediction.ts'
import { commonTemplateOf } from './customised-template.ts'

/**
 * The places of entries that are common templates as the status shows them: copied by OpenShift's console, which writes all
 * of them when one is switched, or by hand. Nothing but the schedule, the switch, and architectures that the filter took
 * away differs.
 */
export function copiedTemplates(cluster: ClusterPrediction<Readable>): ReadonlySet<number> {
  const { templates } = cluster.prediction.hyperConverged
  return new Set([...templates.keys()].filter((index) => isCopy(templates[index], index, cluster)))
}

/** Whether the entry was pasted with the status that it had there. */
export function isPasted({ hyperConverged, prediction }: ClusterPrediction<Readable>, index: number): boolean {
  const list = valueAt(hyperConverged, ...prediction.hyperConverged.paths.templates.split('.'))
  const entry: JsonValue | undefined = Array.isArray(list) ? list[index] : undefined
  return isJsonObject(entry) && booleanAt(entry, 'status', 'commonTemplate') === true
}

function isCopy(entry: DataImportCronTemplate | undefined, index: number, cluster: ClusterPrediction<Readable>) {
  const common = entry && isEnabled(entry) ? commonTemplateOf(entry, cluster) : undefined
  if (!entry?.spec || !common) return false
  const pasted = isPasted(cluster, index)
  // Whoever copies copies this annotation.
  if (!pasted && !entry.metadata.annotations?.[BIND_IMMEDIATE_ANNOTATION]) return false
  const written = withoutSchedule(applyWebhookDefaults(entry, cluster.release))
  const shipped = withoutSchedule(withRetentionDefaults(common, cluster.release))
  return (
    equalJson(toJson({ ...written.spec }), toJson({ ...shipped.spec })) &&
    hasSameAnnotations(entry, common) &&
    (pasted || lostLabels(entry, common).length === 0)
  )
}

/** Labels of an entry that the common template has not as well. */
export function lostLabels({ metadata }: DataImportCronTemplate, common: DataImportCronTemplate): string[] {
  const kept = common.metadata.labels ?? {}
  return Object.entries(metadata.labels ?? {}).flatMap(([key, value]) => (kept[key] === value ? [] : [key]))
}

/** Whether every architecture of an annotation is one of the other's: what the filter leaves is. */
function isPartOf(annotation: string, whole: string | undefined): boolean {
  const names = new Set(whole?.split(','))
  return annotation.split(',').every((name) => name === '' || names.has(name))
}

function withoutSchedule(template: DataImportCronTemplate): DataImportCronTemplate {
  return template.spec ? { ...template, spec: { ...template.spec, schedule: '' } } : template
}

function hasSameAnnotations(entry: DataImportCronTemplate, common: DataImportCronTemplate): boolean {
  const { [ARCHITECTURES_ANNOTATION]: written = '', ...others } = entry.metadata.annotations ?? {}
  const { [ARCHITECTURES_ANNOTATION]: whole, ...shipped } = common.metadata.annotations ?? {}
  const left = { [BIND_IMMEDIATE_ANNOTATION]: 'true', ...others }
  Reflect.deleteProperty(left, ENABLE_ANNOTATION)
  return isPartOf(written, whole) && equalJson(left, { [BIND_IMMEDIATE_ANNOTATION]: 'true', ...shipped })
}
