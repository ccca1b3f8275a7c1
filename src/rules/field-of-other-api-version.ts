import { hyperConvergedVersion } from '../cluster/hyperconverged-paths.ts'
import { type JsonValue, stringAt, valueAt } from '../json/json.ts'
import type { ClusterRule } from './rule.ts'
import { quote } from './support/wording.ts'

/** The same thing under v1beta1 and under v1, as a path below `spec`. */
const COUNTERPARTS = [
  ['dataImportCronTemplates', 'workloadSources.dataImportCronTemplates'],
  ['enableCommonBootImageImport', 'workloadSources.enableCommonBootImageImport'],
  ['commonBootImageNamespace', 'workloadSources.commonBootImageNamespace'],
  ['featureGates.enableMultiArchBootImageImport', 'workloadSources.enableMultiArchBootImageImport'],
  ['workloads.nodePlacement', 'deployment.nodePlacements.workload'],
  ['infra.nodePlacement', 'deployment.nodePlacements.infra'],
] as const

export const fieldOfOtherApiVersion: ClusterRule = {
  id: 'field-of-other-api-version',
  severity: 'error',
  scope: 'cluster',
  summary: 'A field of one API version stands under the other, where the API server silently prunes it.',
  why: 'v1beta1 and v1 keep the same things at different paths. A field that the version in hand does not know is removed without a word.',
  remediation: "Move the field to the path of the object's own apiVersion.",
  check: ({ hyperConverged, release }) => {
    const version = hyperConvergedVersion(stringAt(hyperConverged, 'apiVersion'))
    if (!version) return []
    return COUNTERPARTS.flatMap(([v1beta1, v1]) => {
      const [wrong, right] = version === 'v1' ? [v1beta1, v1] : [v1, v1beta1]
      const value = valueAt(hyperConverged, 'spec', ...wrong.split('.'))
      // A map of gates under v1 is refused outright, which the schema rule reports.
      if (value === undefined || value === null || (version === 'v1' && wrong.startsWith('featureGates'))) return []
      return [
        {
          path: `spec.${wrong}`,
          ...(isScalar(value) && { currentValue: value }),
          message: `${quote(stringAt(hyperConverged, 'apiVersion') ?? '')} does not know this field, and the API server drops it; write it as \`spec.${right}\`${
            version === 'v1' && !release.servesV1 ? ', in v1beta1' : ''
          }`,
        },
      ]
    })
  },
}

function isScalar(value: JsonValue): boolean {
  return typeof value !== 'object'
}
