import { BIND_IMMEDIATE_ANNOTATION, type DataImportCronTemplate } from '../../cluster/data-import-cron.ts'
import type { Release } from '../../cluster/release.ts'
import { withAnnotations } from './template.ts'

/**
 * What HCO's mutating webhook adds to every entry of the HyperConverged's list, disabled ones included
 * (hyperconverged-cluster-operator, pkg/webhooks/mutator/hyperConvergedMutator.go).
 */
export function applyWebhookDefaults(template: DataImportCronTemplate, release: Release): DataImportCronTemplate {
  return withRetentionDefaults(withBindImmediate(template), release)
}

/** The annotation that lets CDI bind a claim before a VM uses it, unless the template says otherwise. */
export function withBindImmediate(template: DataImportCronTemplate): DataImportCronTemplate {
  return withAnnotations(template, { [BIND_IMMEDIATE_ANNOTATION]: 'true', ...template.metadata.annotations })
}

/** Common templates get these as well, when the operator reads them from its file (golden_images.go). */
export function withRetentionDefaults(template: DataImportCronTemplate, release: Release): DataImportCronTemplate {
  if (!template.spec || !release.defaultsRetention) return template
  const { retentionPolicy = 'None', importsToKeep = 1 } = template.spec
  return { ...template, spec: { ...template.spec, retentionPolicy, importsToKeep } }
}
