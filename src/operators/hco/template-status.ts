import { type JsonObject, toJson } from '../../json/json.ts'
import type { EffectiveTemplate } from './template.ts'

const NO_ARCHITECTURE = {
  type: 'Deployed',
  status: 'False',
  reason: 'UnsupportedArchitectures',
  message: 'DataImportCronTemplate has no supported architectures for the current cluster',
}

/**
 * An entry of `status.dataImportCronTemplates` as HCO writes it (hyperconverged-cluster-operator, golden_images.go),
 * without the time of its condition.
 */
export function templateStatus(effective: EffectiveTemplate): JsonObject {
  const { template, origin, originalArchitectures, unsupported } = effective
  return toJson({
    ...template,
    status: {
      ...(origin.kind !== 'custom' && { commonTemplate: true }),
      ...(origin.kind === 'customised' && { modified: true }),
      ...(originalArchitectures && { originalSupportedArchitectures: originalArchitectures }),
      ...(unsupported && { conditions: [NO_ARCHITECTURE] }),
    },
  })
}
