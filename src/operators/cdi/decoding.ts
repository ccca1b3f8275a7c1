/**
 * What Go's JSON decoder refuses before CDI's webhook looks at anything: values of the wrong type.
 * Source: CDI staging/…/core/v1beta1/types.go; k8s.io/apimachinery pkg/api/resource/quantity.go (UnmarshalJSON).
 */

import { type JsonObject, type JsonValue, objectAt } from '../../json/json.ts'
import type { CrdProblem } from '../../kubernetes/crd/find-crd-problems.ts'
import { memberPath } from '../../kubernetes/crd/locate-value.ts'
import { quantityProblem } from '../../kubernetes/quantity.ts'
import { type Cause, cause } from './cause.ts'

const decoderKeywords = new Set(['type', 'minimum', 'maximum'])
const quantityEntry = /^spec\.template\.spec\.(pvc|storage)\.resources\.(requests|limits)[.[]/

export function causeInDecoding(spec: JsonObject, problems: CrdProblem[]): Cause | undefined {
  const volume = objectAt(spec, 'template', 'spec')
  for (const claim of ['pvc', 'storage']) {
    const resources = objectAt(volume, claim, 'resources')
    for (const kind of resources ? ['requests', 'limits'] : []) {
      const found = causeInQuantities(objectAt(resources, kind), claim, kind)
      if (found !== undefined) return found
    }
  }
  const problem = problems.find(isRefusedByDecoder)
  return problem === undefined
    ? undefined
    : cause('cannot-decode', `json: cannot unmarshal ${problem.path}: ${problem.message}`, problem.path, problem.value)
}

/** A null entry of a list is decoded as an empty one. */
function isRefusedByDecoder({ keyword, path, value }: CrdProblem): boolean {
  return decoderKeywords.has(keyword) && value !== null && !quantityEntry.test(path)
}

function causeInQuantities(quantities: JsonObject | undefined, claim: string, kind: string): Cause | undefined {
  for (const [name, value] of Object.entries(quantities ?? {})) {
    const problem = quantityMessage(value)
    if (problem === undefined) continue
    return cause('cannot-decode', problem, memberPath(`spec.template.spec.${claim}.resources.${kind}`, name), value)
  }
  return undefined
}

function quantityMessage(value: JsonValue): string | undefined {
  return quantityProblem(typeof value === 'string' || typeof value === 'number' ? value : '')
}
