import { booleanAt, type JsonObject, stringAt } from '../resource-list/json.ts'
import type { DataImportCronTemplate } from './data-import-cron.ts'
import { readTemplate } from './typed-template.ts'
import { UPSTREAM_TEMPLATES } from './upstream-templates.ts'

const ARCHITECTURES_ANNOTATION = 'ssp.kubevirt.io/dict.architectures'

/** A cluster's common templates, and where they were found. */
export interface CommonTemplates {
  readonly source: 'configuration' | 'item' | 'status' | 'upstream'
  readonly templates: readonly DataImportCronTemplate[]
  /** Names of templates that the cluster had customised when its status was written: their originals are not known. */
  readonly modified: readonly string[]
}

/** The first source that is there: the configuration, a CommonBootImages item, the HyperConverged's status, upstream. */
export function chooseCommonTemplates(
  configured: readonly JsonObject[] | undefined,
  item: readonly JsonObject[] | undefined,
  statusTemplates: readonly JsonObject[],
): CommonTemplates {
  if (configured) return { source: 'configuration', templates: configured.map(readTemplate), modified: [] }
  if (item) return { source: 'item', templates: item.map(readTemplate), modified: [] }
  const common = statusTemplates.filter((entry) => booleanAt(entry, 'status', 'commonTemplate'))
  if (common.length === 0) return { source: 'upstream', templates: UPSTREAM_TEMPLATES, modified: [] }
  return {
    source: 'status',
    templates: common.map(restoreOriginal),
    modified: common
      .filter((entry) => booleanAt(entry, 'status', 'modified'))
      .map((entry) => stringAt(entry, 'metadata', 'name') ?? ''),
  }
}

/** The status has the annotation filtered for the cluster, and the namespace where the HyperConverged puts it. */
function restoreOriginal(entry: JsonObject): DataImportCronTemplate {
  const template = readTemplate(entry)
  const { namespace: _, ...metadata } = template.metadata
  const original = stringAt(entry, 'status', 'originalSupportedArchitectures')
  if (!original) return { ...template, metadata }
  return {
    ...template,
    metadata: { ...metadata, annotations: { ...metadata.annotations, [ARCHITECTURES_ANNOTATION]: original } },
  }
}
