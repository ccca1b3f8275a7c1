import type { Release } from '../../cluster/release.ts'
import { type EffectiveTemplate, templateName } from './template.ts'

export type AlertName =
  | 'HCOMultiArchGoldenImagesDisabled'
  | 'HCOGoldenImageWithNoArchitectureAnnotation'
  | 'HCOGoldenImageWithNoSupportedArchitecture'

export interface Alert {
  readonly alert: AlertName
  /** Prometheus labels; empty for the alert that concerns the HyperConverged itself. */
  readonly labels: { readonly [name: string]: string }
  /** The template whose sample fires; undefined for the HyperConverged's own alert. */
  readonly template: EffectiveTemplate | undefined
}

interface Sample {
  readonly template: EffectiveTemplate
  readonly firing: boolean
}

/**
 * The alerts that would fire on an operator that has just started (hyperconverged-cluster-operator,
 * pkg/monitoring/hyperconverged/rules/alerts and golden_images.go).
 */
export function firingAlerts(
  templates: readonly EffectiveTemplate[],
  multiArch: boolean,
  workloadArchitectures: readonly string[],
  { hasMultiArch }: Release,
): Alert[] {
  if (!hasMultiArch) return []
  if (!multiArch) {
    const mixed = workloadArchitectures.length > 1 && templates.length > 0
    return mixed ? [{ alert: 'HCOMultiArchGoldenImagesDisabled', labels: {}, template: undefined }] : []
  }
  const annotated = templates.filter(({ originalArchitectures }) => originalArchitectures)
  return [
    ...fire('HCOGoldenImageWithNoArchitectureAnnotation', templates, (one) => !one.originalArchitectures),
    ...fire('HCOGoldenImageWithNoSupportedArchitecture', annotated, (one) => one.unsupported),
  ]
}

/** Labels are lower-cased, so templates that differ in letter case alone share one sample: the later one sets it. */
function fire(
  alert: AlertName,
  templates: readonly EffectiveTemplate[],
  isFiring: (template: EffectiveTemplate) => boolean,
): Alert[] {
  const samples = new Map<string, Sample>()
  for (const template of templates) {
    samples.set(JSON.stringify(labelsOf(template)), { template, firing: isFiring(template) })
  }
  return [...samples.values()]
    .filter(({ firing }) => firing)
    .map(({ template }) => ({ alert, labels: labelsOf(template), template }))
}

function labelsOf({ template }: EffectiveTemplate): { [name: string]: string } {
  return {
    data_import_cron_name: templateName(template).toLowerCase(),
    managed_data_source_name: (template.spec?.managedDataSource ?? '').toLowerCase(),
  }
}
