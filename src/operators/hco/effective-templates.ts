import type { DataImportCronTemplate } from '../../cluster/data-import-cron.ts'
import type { HyperConverged } from '../../cluster/hyperconverged.ts'
import type { Release } from '../../cluster/release.ts'
import { compareBytes } from '../../kubernetes/byte-order.ts'
import { filterArchitectures } from './architecture-filter.ts'
import { customise } from './customise.ts'
import { applyWebhookDefaults, withRetentionDefaults } from './defaults.ts'
import {
  ARCHITECTURES_ANNOTATION,
  type EffectiveTemplate,
  isEnabled,
  type TemplateOrigin,
  templateName,
  withAnnotations,
} from './template.ts'

interface Sourced {
  readonly template: DataImportCronTemplate
  readonly origin: TemplateOrigin
}

/**
 * The templates that HCO works with, sorted by name, as they stand in `status.dataImportCronTemplates`
 * (hyperconverged-cluster-operator, controllers/handlers/golden-images/golden_images.go). The HyperConverged must have
 * been admitted.
 */
export function effectiveTemplates(
  hyperConverged: HyperConverged,
  commonTemplates: readonly DataImportCronTemplate[],
  multiArch: boolean,
  workloadArchitectures: readonly string[],
  release: Release,
): EffectiveTemplate[] {
  const entries = hyperConverged.templates.map((template, index) => ({
    template: applyWebhookDefaults(template, release),
    index,
  }))
  const entryByName = new Map(entries.map((entry) => [templateName(entry.template), entry]))
  const commonNames = new Set(commonTemplates.map(templateName))

  const common = commonTemplates.flatMap((template): Sourced[] => {
    const original = prepareCommon(template, hyperConverged, release)
    const entry = entryByName.get(templateName(template))
    if (!entry) return [{ template: placeCommon(original, hyperConverged), origin: { kind: 'common' } }]
    if (!isEnabled(entry.template)) return []
    const origin = { kind: 'customised', index: entry.index } as const
    return [{ template: customise(original, entry.template, multiArch), origin }]
  })
  const custom = entries
    .filter(({ template }) => isEnabled(template) && !commonNames.has(templateName(template)))
    .map(({ template, index }): Sourced => ({ template, origin: { kind: 'custom', index } }))

  return [...(hyperConverged.commonBootImages ? common : []), ...custom]
    .map(({ template, origin }) => filterTemplate(template, origin, multiArch, workloadArchitectures))
    .sort((a, b) => compareBytes(templateName(a.template), templateName(b.template)))
}

/** A live operator lays its own schedule, a random minute and hour, over every common template. */
function prepareCommon(
  template: DataImportCronTemplate,
  { dataImportSchedule }: HyperConverged,
  release: Release,
): DataImportCronTemplate {
  const complete = withRetentionDefaults(template, release)
  return complete.spec && dataImportSchedule
    ? { ...complete, spec: { ...complete.spec, schedule: dataImportSchedule } }
    : complete
}

function placeCommon(
  template: DataImportCronTemplate,
  { commonBootImageNamespace }: HyperConverged,
): DataImportCronTemplate {
  return commonBootImageNamespace
    ? { ...template, metadata: { ...template.metadata, namespace: commonBootImageNamespace } }
    : template
}

function filterTemplate(
  template: DataImportCronTemplate,
  origin: TemplateOrigin,
  multiArch: boolean,
  workloadArchitectures: readonly string[],
): EffectiveTemplate {
  const written = template.metadata.annotations?.[ARCHITECTURES_ANNOTATION]
  if (!multiArch || written === undefined) {
    return { template, origin, originalArchitectures: undefined, unsupported: false }
  }
  const kept = filterArchitectures(written, workloadArchitectures)
  return {
    template: withAnnotations(template, { ...template.metadata.annotations, [ARCHITECTURES_ANNOTATION]: kept }),
    origin,
    originalArchitectures: written,
    unsupported: kept === '',
  }
}
