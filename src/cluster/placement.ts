import type { V1Affinity, V1NodeSelectorRequirement } from '@kubernetes/client-node'
import { type JsonObject, type JsonValue, listAt, objectAt, stringAt, stringMapAt } from '../json/json.ts'
import { keysOf } from './hyperconverged-paths.ts'

/** Where pods of one role may run: the required half alone, which is all that decides an architecture. */
export interface NodePlacement {
  readonly nodeSelector: { readonly [key: string]: string }
  readonly affinity: V1Affinity | undefined
}

/** Reads the placement at that dotted path of a HyperConverged that the CRD accepted. */
export function readPlacement(hyperConverged: JsonObject, path: string): NodePlacement | undefined {
  const placement = objectAt(hyperConverged, ...keysOf(path))
  if (!placement) return undefined
  return {
    nodeSelector: Object.fromEntries(stringMapAt(placement, 'nodeSelector')),
    affinity: readRequiredAffinity(objectAt(placement, 'affinity')),
  }
}

/** The required node affinity of an affinity as it is written. */
export function readRequiredAffinity(affinity: JsonObject | undefined): V1Affinity | undefined {
  const required = objectAt(affinity, 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution')
  return (
    required && {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: listAt(required, 'nodeSelectorTerms').map((term) => ({
            matchExpressions: listAt(term, 'matchExpressions').map(readRequirement),
            matchFields: listAt(term, 'matchFields').map(readRequirement),
          })),
        },
      },
    }
  )
}

function readRequirement(requirement: JsonValue): V1NodeSelectorRequirement {
  return {
    key: stringAt(requirement, 'key') ?? '',
    operator: stringAt(requirement, 'operator') ?? '',
    values: listAt(requirement, 'values').filter((value): value is string => typeof value === 'string'),
  }
}
