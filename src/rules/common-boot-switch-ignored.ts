import { COMMON_BOOT_GATE, COMMON_BOOT_GATE_PATH, keysOf, pathsOf } from '../cluster/hyperconverged-paths.ts'
import type { Problem } from '../findings/finding.ts'
import { booleanAt, type JsonObject, listAt, stringAt, valueAt } from '../json/json.ts'
import type { ClusterRule } from './rule.ts'

export const commonBootSwitchIgnored: ClusterRule = {
  id: 'common-boot-switch-ignored',
  severity: 'error',
  scope: 'readable',
  summary: 'Common images are switched off in a place that the release does not read.',
  why: 'Up to HCO 1.14 (OpenShift Virtualization 4.18) the feature gate `enableCommonBootImageImport` decides on the common images; since 1.15 (4.19) the field of that name alone does, in v1beta1 and in v1, and the webhook only warns of the gate. Written in the other place it changes nothing: the common images are imported all the same.',
  remediation: 'Write it where the release reads it. An old gate can go then.',
  sources: [
    'hyperconverged-cluster-operator, controllers/handlers/golden-images/golden_images.go, GetDataImportCronTemplates',
    'hyperconverged-cluster-operator, pkg/webhooks/validator/v1beta1_validator.go, validateOldFGOnCreate',
    'hyperconverged-cluster-operator, release-1.14, controllers/operands/ssp.go',
  ],
  check: ({ hyperConverged, release, prediction }) => {
    const { commonBootImages, paths, version } = prediction.hyperConverged
    if (!commonBootImages) return []
    const right = `\`${paths.commonBootImages}: false\``
    if (release.readsCommonBootGate) {
      const field = pathsOf(version).commonBootImages
      return valueAt(hyperConverged, ...keysOf(field)) === false
        ? [
            told(
              field,
              `HCO ${release.version} does not know this field, and imports common images all the same; write ${right}`,
            ),
          ]
        : []
    }
    return gatesThatSayNo(hyperConverged).map((path) =>
      told(
        path,
        `nothing reads this gate since HCO 1.15 (OpenShift Virtualization 4.19), so common images are imported all the same; write ${right}, and remove the gate`,
      ),
    )
  },
}

function told(path: string, message: string): Problem {
  return { path, currentValue: path.endsWith('.state') ? 'Disabled' : false, message }
}

/** The gate of v1beta1's map, and those of v1's list, that switch common images off. */
function gatesThatSayNo(hyperConverged: JsonObject): string[] {
  const inMap = booleanAt(hyperConverged, ...keysOf(COMMON_BOOT_GATE_PATH)) === false ? [COMMON_BOOT_GATE_PATH] : []
  const inList = listAt(hyperConverged, 'spec', 'featureGates').flatMap((gate, index) => {
    const isGate = stringAt(gate, 'name')?.toLowerCase() === COMMON_BOOT_GATE.toLowerCase()
    return isGate && stringAt(gate, 'state') === 'Disabled' ? [`spec.featureGates[${index}].state`] : []
  })
  return [...inMap, ...inList]
}
