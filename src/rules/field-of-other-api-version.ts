import { hyperConvergedVersion, keysOf, pathsOf, pathsOfOther } from '../cluster/hyperconverged-paths.ts'
import { type JsonValue, stringAt, valueAt } from '../json/json.ts'
import type { ClusterRule } from './rule.ts'
import { quote } from './support/wording.ts'

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
    return pathsOfOther(version).flatMap(({ foreign, own }) => {
      const value = valueAt(hyperConverged, ...keysOf(foreign))
      // A map of gates under v1 is refused outright, which the schema rule reports.
      const isGate = version === 'v1' && foreign.startsWith(`${pathsOf(version).featureGates}.`)
      if (value === undefined || value === null || isGate) return []
      return [
        {
          path: foreign,
          ...(isScalar(value) && { currentValue: value }),
          message: `${quote(stringAt(hyperConverged, 'apiVersion') ?? '')} does not know this field, and the API server drops it; write it as \`${own}\`${
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
