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

/**
 * A template that HCO works with, or that somebody could expect it to work with, and what becomes of it. `common`: as the
 * operator ships it; `customised` by an entry of its name; `custom`: the HyperConverged's own; `disabled` by its
 * annotation; `vanished`: an entry with a common name while common images are off; `switched-off`: a common one while
 * common images are off.
 */
export type TemplateOutcome = { readonly name: string } & (
  | ({ readonly outcome: 'common' } & FromCommon & NotListed & Working)
  | ({ readonly outcome: 'customised' } & FromCommon & Listed & Working)
  | ({ readonly outcome: 'custom'; readonly common?: undefined } & Listed & Working)
  | ({ readonly outcome: 'disabled' } & Partial<FromCommon> & Listed & Idle)
  | ({ readonly outcome: 'vanished' } & FromCommon & Listed & Idle)
  | ({ readonly outcome: 'switched-off' } & FromCommon & NotListed & Idle)
)

interface FromCommon {
  /** The common template of that name, as it would be without the HyperConverged's list. */
  readonly common: DataImportCronTemplate
}

interface Listed {
  /** The entry in the HyperConverged's list, as it was written. */
  readonly entry: DataImportCronTemplate
  /** Its place there. */
  readonly index: number
}

interface NotListed {
  readonly entry?: undefined
  readonly index?: undefined
}

interface Working {
  /** As HCO goes on with it. */
  readonly effective: EffectiveTemplate
}

interface Idle {
  readonly effective?: undefined
}

/**
 * Reproduces hyperconverged-cluster-operator, controllers/handlers/golden-images/golden_images.go, for a HyperConverged
 * that has been admitted. Sorted by name, as in `status.dataImportCronTemplates`.
 */
export function templateOutcomes(
  hyperConverged: HyperConverged,
  commonTemplates: readonly DataImportCronTemplate[],
  multiArch: boolean,
  workloadArchitectures: readonly string[],
  release: Release,
): TemplateOutcome[] {
  const filter = (template: DataImportCronTemplate, origin: TemplateOrigin) =>
    filterTemplate(template, origin, multiArch, workloadArchitectures)
  const listed = hyperConverged.templates.map((entry, index) => ({ name: templateName(entry), entry, index }))
  const listedByName = new Map(listed.map((one) => [one.name, one]))
  const commons = commonTemplates.map((template) => ({
    name: templateName(template),
    common: prepareCommon(template, hyperConverged, release),
  }))
  const commonByName = new Map(commons.map((one) => [one.name, one.common]))

  const fromCommons = commons.flatMap(({ name, common }): TemplateOutcome[] => {
    const found = listedByName.get(name)
    if (!hyperConverged.commonBootImages) return found ? [] : [{ outcome: 'switched-off', name, common }]
    if (!found) return [{ outcome: 'common', name, common, effective: filter(common, { kind: 'common' }) }]
    if (!isEnabled(found.entry)) return []
    const customised = customise(common, applyWebhookDefaults(found.entry, release), multiArch, release)
    const effective = filter(customised, { kind: 'customised', index: found.index })
    return [{ outcome: 'customised', ...found, common, effective }]
  })
  const fromList = listed.flatMap((one): TemplateOutcome[] => {
    const { name, entry, index } = one
    const common = commonByName.get(name)
    if (!isEnabled(entry)) return [{ outcome: 'disabled', ...one, ...(common && { common }) }]
    if (common) return hyperConverged.commonBootImages ? [] : [{ outcome: 'vanished', ...one, common }]
    return [
      { outcome: 'custom', ...one, effective: filter(applyWebhookDefaults(entry, release), { kind: 'custom', index }) },
    ]
  })
  return [...fromCommons, ...fromList].sort((a, b) => compareBytes(a.name, b.name))
}

/** A live operator lays its own schedule, a random minute and hour, over every common template. */
function prepareCommon(
  template: DataImportCronTemplate,
  { dataImportSchedule, commonBootImageNamespace: namespace }: HyperConverged,
  release: Release,
): DataImportCronTemplate {
  const { metadata, spec } = withRetentionDefaults(template, release)
  return {
    metadata: namespace ? { ...metadata, namespace } : metadata,
    ...(spec && { spec: dataImportSchedule ? { ...spec, schedule: dataImportSchedule } : spec }),
  }
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
