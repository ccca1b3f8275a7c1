import type { DataImportCronTemplate } from '../../cluster/data-import-cron.ts'
import type { Release } from '../../cluster/release.ts'
import { equalJson } from '../../json/equal-json.ts'
import { ARCHITECTURES_ANNOTATION, withAnnotations } from './template.ts'

type Annotations = { [key: string]: string }

/**
 * A common template with the HyperConverged's entry of the same name laid over it
 * (hyperconverged-cluster-operator, golden_images.go, customizeCommonDICT): the whole spec and the namespace are the
 * entry's, labels stay the common one's, annotations merge; before 1.16 those of the common one stay alone.
 */
export function customise(
  common: DataImportCronTemplate,
  entry: DataImportCronTemplate,
  multiArch: boolean,
  { hasMultiArch }: Release,
): DataImportCronTemplate {
  const { namespace: _, ...metadata } = common.metadata
  const spec = entry.spec && { ...entry.spec, schedule: entry.spec.schedule || (common.spec?.schedule ?? '') }
  const customised: DataImportCronTemplate = {
    metadata: entry.metadata.namespace === undefined ? metadata : { ...metadata, namespace: entry.metadata.namespace },
    ...(spec && { spec }),
  }
  return hasMultiArch ? withAnnotations(customised, mergeAnnotations(common, entry, multiArch)) : customised
}

/** Whether the entry brings a registry of its own: a `pvc` source, or none, counts as not modified. */
export function isRegistryModified(common: DataImportCronTemplate, entry: DataImportCronTemplate): boolean {
  const registry = entry.spec?.template.spec.source?.registry
  return registry !== undefined && !equalJson(registry, common.spec?.template.spec.source?.registry)
}

/** Whether HCO dereferences nil on this entry and crashes: it reads both sources without a look. */
export function crashesOperator(common: DataImportCronTemplate, entry: DataImportCronTemplate): boolean {
  const source = entry.spec?.template.spec.source
  return source === undefined || (source.registry !== undefined && common.spec?.template.spec.source === undefined)
}

function mergeAnnotations(
  common: DataImportCronTemplate,
  entry: DataImportCronTemplate,
  multiArch: boolean,
): Annotations {
  const original = common.metadata.annotations ?? {}
  const merged = { ...original, ...entry.metadata.annotations }
  if (!multiArch) return merged
  // The image decides whose word on its architectures counts.
  const authority = isRegistryModified(common, entry) ? (entry.metadata.annotations ?? {}) : original
  const { [ARCHITECTURES_ANNOTATION]: _, ...others } = merged
  const architectures = authority[ARCHITECTURES_ANNOTATION]
  return architectures === undefined ? others : { ...others, [ARCHITECTURES_ANNOTATION]: architectures }
}
