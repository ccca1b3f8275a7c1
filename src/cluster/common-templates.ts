import { booleanAt, type JsonObject, stringAt } from '../json/json.ts'
import type { ChosenRelease } from './choose-release.ts'
import { ARCHITECTURES_ANNOTATION, type DataImportCronTemplate } from './data-import-cron.ts'
import type { ProductSet } from './openshift/product-set.ts'
import { productSet, productTemplates } from './openshift/product-templates.ts'
import type { Release } from './release.ts'
import { readTemplate } from './typed-template.ts'
import { UPSTREAM_TEMPLATES } from './upstream-templates.ts'

/** `upstream` and `openshift-virtualization` are what is known of the operators themselves. */
export type CommonTemplatesSource = 'configuration' | 'item' | 'status' | 'upstream' | 'openshift-virtualization'

/** A cluster's common templates, and where they were found. */
export interface CommonTemplates {
  readonly source: CommonTemplatesSource
  /** What OpenShift Virtualization ships, and on what that rests, when its own set is taken. */
  readonly product: ProductSet | undefined
  readonly templates: readonly DataImportCronTemplate[]
  /** The first one of a name. */
  readonly byName: ReadonlyMap<string, DataImportCronTemplate>
  /** Names of templates that the cluster had customised when its status was written: their originals are not known. */
  readonly modified: readonly string[]
}

/** What somebody says of a cluster's common templates. */
interface WrittenTemplates {
  readonly configured: readonly JsonObject[] | undefined
  readonly item: readonly JsonObject[] | undefined
  /** `status.dataImportCronTemplates`, as an operator of the cluster's release wrote it. */
  readonly status: readonly JsonObject[]
}

/**
 * The first source that is there: the configuration, a CommonBootImages item, the HyperConverged's status, what the
 * operator ships (`product`: OpenShift Virtualization's).
 */
export function chooseCommonTemplates(
  { configured, item, status }: WrittenTemplates,
  { release, patch }: Pick<ChosenRelease, 'release' | 'patch'>,
  product: boolean,
): CommonTemplates {
  if (configured) return indexed('configuration', configured.map(readTemplate))
  if (item) return indexed('item', item.map(readTemplate))
  const common = status.filter((entry) => booleanAt(entry, 'status', 'commonTemplate'))
  if (common.length === 0) return product ? ofProduct(productSet(release, patch)) : ofUpstream(release)
  const modified = common.filter((entry) => booleanAt(entry, 'status', 'modified'))
  return {
    ...indexed('status', common.map(restoreOriginal)),
    modified: modified.map((entry) => stringAt(entry, 'metadata', 'name') ?? ''),
  }
}

function ofProduct(set: ProductSet): CommonTemplates {
  return { ...indexed('openshift-virtualization', productTemplates(set)), product: set }
}

function ofUpstream({ hasMultiArch }: Release): CommonTemplates {
  return hasMultiArch ? UPSTREAM : indexed('upstream', UPSTREAM_TEMPLATES.map(withoutArchitectures))
}

function indexed(source: CommonTemplatesSource, templates: readonly DataImportCronTemplate[]): CommonTemplates {
  const byName = new Map(templates.toReversed().map((template) => [template.metadata.name ?? '', template]))
  return { source, templates, byName, modified: [], product: undefined }
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

function withoutArchitectures({ metadata, ...template }: DataImportCronTemplate): DataImportCronTemplate {
  const { [ARCHITECTURES_ANNOTATION]: _, ...annotations } = metadata.annotations ?? {}
  return { ...template, metadata: { ...metadata, annotations } }
}

const UPSTREAM = indexed('upstream', UPSTREAM_TEMPLATES)
