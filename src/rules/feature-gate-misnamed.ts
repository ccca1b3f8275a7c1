import { listAt, objectAt, stringAt } from '../json/json.ts'
import { MULTI_ARCH_GATE } from '../operators/hco/multi-arch.ts'
import { isReadable } from '../prediction/predict-cluster.ts'
import type { ClusterRule } from './rule.ts'
import { isMisnamedGate, isMisspeltGate } from './support/misnamed-gate.ts'
import { quote } from './support/wording.ts'

export const featureGateMisnamed: ClusterRule = {
  id: 'feature-gate-misnamed',
  severity: 'error',
  scope: 'cluster',
  summary:
    'The feature gate has a name that nothing reads: the one before the release, another letter case, or a few wrong letters.',
  why: 'A gate of another name is dropped or ignored, and multi-architecture images stay off.',
  remediation: `Name the feature gate \`${MULTI_ARCH_GATE}\`, or set the field in v1.`,
  check: (cluster) => {
    const { hyperConverged, release } = cluster
    const stored = isReadable(cluster) ? cluster.prediction.hyperConverged : undefined
    const map = Object.keys(objectAt(hyperConverged, 'spec', 'featureGates') ?? {}).map((name) => ({
      name,
      path: `spec.featureGates.${name}`,
      folds: false,
      // Of a map's members the rule on unknown fields tells that.
      misspelt: () => false,
    }))
    const list = listAt(hyperConverged, 'spec', 'featureGates').map((gate, index) => ({
      name: stringAt(gate, 'name') ?? '',
      path: `spec.featureGates[${index}].name`,
      folds: release.checksFeatureGates,
      misspelt: isMisspeltGate,
    }))
    return [...map, ...list].flatMap(({ name, path, folds, misspelt }) => {
      const rightCase = folds && name.toLowerCase() === MULTI_ARCH_GATE.toLowerCase()
      if ((!isMisnamedGate(name) && !misspelt(name)) || rightCase) return []
      return [
        {
          path,
          currentValue: name,
          message: `nothing reads a feature gate of the name ${quote(name)}; ${
            stored?.version === 'v1' && release.hasMultiArchField
              ? `set \`${stored.paths.multiArchSwitch}\` instead`
              : `it must be "${MULTI_ARCH_GATE}"`
          }`,
        },
      ]
    })
  },
}
