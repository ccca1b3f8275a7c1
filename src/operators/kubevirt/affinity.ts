/**
 * The node affinity that KubeVirt's webhooks accept: unlike the scheduler they look at no value. Source: KubeVirt
 * pkg/virt-api/webhooks/validating-webhook/admitters/validate-k8s-utils.go (validateNodeAffinity).
 */
import { type JsonObject, type JsonValue, listAt, numberAt, objectAt, stringAt } from '../../json/json.ts'
import { labelKeyProblem } from '../../kubernetes/names.ts'
import type { PathProblem } from '../../kubernetes/path-problem.ts'

/** What is wrong with an affinity, by path within it. */
export function nodeAffinityProblems(affinity: JsonObject | undefined): PathProblem[] {
  const nodeAffinity = objectAt(affinity, 'nodeAffinity')
  const required = objectAt(nodeAffinity, 'requiredDuringSchedulingIgnoredDuringExecution')
  const preferred = listAt(nodeAffinity, 'preferredDuringSchedulingIgnoredDuringExecution')
  return [
    ...(required ? requiredProblems(required, 'nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution') : []),
    ...preferred.flatMap((term, index) =>
      preferredProblems(term, `nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[${index}]`),
    ),
  ]
}

function requiredProblems(required: JsonObject, path: string): PathProblem[] {
  const terms = listAt(required, 'nodeSelectorTerms')
  const termsPath = `${path}.nodeSelectorTerms`
  if (terms.length === 0) {
    return [{ path: termsPath, message: 'Required value: must have at least one node selector term' }]
  }
  return terms.flatMap((term, index) => termProblems(term, `${termsPath}[${index}]`))
}

function preferredProblems(term: JsonValue, path: string): PathProblem[] {
  const weight = numberAt(term, 'weight') ?? 0
  const inRange = weight > 0 && weight <= 100
  return [
    ...(inRange ? [] : [{ path: `${path}.weight`, message: `Invalid value: ${weight}: must be in the range 1-100` }]),
    ...termProblems(objectAt(term, 'preference') ?? {}, `${path}.preference`),
  ]
}

function termProblems(term: JsonValue, path: string): PathProblem[] {
  return [
    ...listAt(term, 'matchExpressions').flatMap((one, index) =>
      expressionProblems(one, `${path}.matchExpressions[${index}]`),
    ),
    ...listAt(term, 'matchFields').flatMap((one, index) => fieldProblems(one, `${path}.matchFields[${index}]`)),
  ]
}

function expressionProblems(expression: JsonValue, path: string): PathProblem[] {
  const operator = stringAt(expression, 'operator') ?? ''
  const operand = operandProblem(operator, listAt(expression, 'values').length)
  const key = stringAt(expression, 'key') ?? ''
  const keyProblem = labelKeyProblem(key)
  return [
    ...(operand ? [{ path: `${path}.${operand.field}`, message: operand.message }] : []),
    ...(keyProblem === undefined ? [] : [invalid(`${path}.key`, key, keyProblem)]),
  ]
}

function operandProblem(operator: string, count: number): { field: string; message: string } | undefined {
  switch (operator) {
    case 'In':
    case 'NotIn':
      return count > 0
        ? undefined
        : { field: 'values', message: "Required value: must be specified when `operator` is 'In' or 'NotIn'" }
    case 'Exists':
    case 'DoesNotExist':
      return count === 0
        ? undefined
        : { field: 'values', message: "Forbidden: may not be specified when `operator` is 'Exists' or 'DoesNotExist'" }
    case 'Gt':
    case 'Lt':
      return count === 1
        ? undefined
        : { field: 'values', message: "Required value: must be specified single value when `operator` is 'Lt' or 'Gt'" }
    default:
      return { field: 'operator', message: `Invalid value: ${JSON.stringify(operator)}: not a valid selector operator` }
  }
}

function fieldProblems(requirement: JsonValue, path: string): PathProblem[] {
  const operator = stringAt(requirement, 'operator') ?? ''
  const key = stringAt(requirement, 'key') ?? ''
  const problems: PathProblem[] = []
  if (operator !== 'In' && operator !== 'NotIn') {
    problems.push(invalid(`${path}.operator`, operator, 'not a valid selector operator'))
  } else if (listAt(requirement, 'values').length !== 1) {
    const message = "must be only one value when `operator` is 'In' or 'NotIn' for node field selector"
    problems.push({ path: `${path}.values`, message: `Required value: ${message}` })
  }
  if (key !== 'metadata.name') problems.push(invalid(`${path}.key`, key, 'not a valid field selector key'))
  return problems
}

function invalid(path: string, value: string, message: string): PathProblem {
  return { path, message: `Invalid value: ${JSON.stringify(value)}: ${message}` }
}
