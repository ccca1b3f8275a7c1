import { booleanAt, type JsonObject, stringAt } from '../json/json.ts'
import { ARCHITECTURES_ANNOTATION, type DataImportCronTemplate } from './data-import-cron.ts'
import { readTemplate } from './typed-template.ts'
import { UPSTREAM_TEMPLATES } from './upstream-templates.ts'

/** A cluster's common templates, and where they were found. */
export interface CommonTemplates {
  readonly source: 'configuration' | 'item' | 'status' | 'upstream'
  readonly templates: readonly DataImportCronTemplate[]
  /** The first one of a name. */
  readonly byName: ReadonlyMap<string, DataImportCronTemplate>
  /** Names of templates that the cluster had customised when its status was written: their originals are not known. */
  readonly modified: readonly string[]
}

/** The first source that is there: the configuration, a CommonBootImages item, the HyperConverged's status, upstream. */
export function chooseCommonTemplates(
  configured: readonly JsonObject[] | undefined,
  item: readonly JsonObject[] | undefined,
  statusTemplates: readonly JsonObject[],
): CommonTemplates {
  if (configured) return indexed('configuration', configured.map(readTemplate))
  if (item) return indexed('item', item.map(readTemplate))
  const common = statusTemplates.filter((entry) => booleanAt(entry, 'status', 'commonTemplate'))
  if (common.length === 0) return UPSTREAM
  const modified = common.filter((entry) => booleanAt(entry, 'status', 'modified'))
  return indexed(
    'status',
    common.map(restoreOriginal),
    modified.map((entry) => stringAt(entry, 'metadata', 'name') ?? ''),
  )
}

function indexed(
  source: CommonTemplates['source'],
  templates: readonly DataImportCronTemplate[],
  modified: readonly string[] = [],
): CommonTemplates {
  const byName = new Map(templates.toReversed().map((template) => [template.metadata.name ?? '', template]))
  return { source, templates, byName, modified }
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

const UPSTREAM = indexed('upstream', UPSTREAM_TEMPLATES)
