/**
 * One entry of a node selector term's `matchExpressions`.
 * Source: k8s.io/apimachinery pkg/labels/selector.go (NewRequirement, Requirement.Matches).
 */
import type { V1NodeSelectorRequirement } from '@kubernetes/client-node'
import { parseInt64 } from './int64.ts'
import { labelKeyProblem, labelValueProblem } from './names.ts'
import type { PathProblem } from './path-problem.ts'

export type Labels = Readonly<Record<string, string>>

export function labelRequirementProblems(requirement: V1NodeSelectorRequirement, path: string): PathProblem[] {
  const values = requirement.values ?? []
  const operand = operandProblem(requirement.operator, values)
  if (operand?.field === 'operator') return [{ path: `${path}.operator`, message: operand.message }]

  const problems: PathProblem[] = []
  const key = labelKeyProblem(requirement.key)
  if (key !== undefined) problems.push({ path: `${path}.key`, message: `must be a label key: ${key}` })
  if (operand !== undefined) problems.push({ path: `${path}.values`, message: operand.message })
  for (const [index, value] of values.entries()) {
    const problem = valueProblem(requirement.operator, value)
    if (problem !== undefined) problems.push({ path: `${path}.values[${index}]`, message: problem })
  }
  return problems
}

/** Whether labels meet a requirement that has no problems; it is asked for many. */
export function labelRequirement({
  key,
  operator,
  values = [],
}: V1NodeSelectorRequirement): (labels: Labels) => boolean {
  const isMet = valueRequirement(operator, values)
  return (labels) => isMet(Object.hasOwn(labels, key) ? labels[key] : undefined)
}

function valueRequirement(operator: string, values: readonly string[]): (value: string | undefined) => boolean {
  const known = new Set(values)
  switch (operator) {
    case 'In':
      return (value) => value !== undefined && known.has(value)
    case 'NotIn':
      return (value) => value === undefined || !known.has(value)
    case 'Exists':
      return (value) => value !== undefined
    case 'DoesNotExist':
      return (value) => value === undefined
    case 'Gt':
      return (value) => value !== undefined && compareIntegers(value, values[0], (left, right) => left > right)
    case 'Lt':
      return (value) => value !== undefined && compareIntegers(value, values[0], (left, right) => left < right)
    default:
      return () => false
  }
}

function operandProblem(
  operator: string,
  values: string[],
): { field: 'operator' | 'values'; message: string } | undefined {
  switch (operator) {
    case 'In':
    case 'NotIn':
      return values.length > 0 ? undefined : { field: 'values', message: `must not be empty for \`${operator}\`` }
    case 'Exists':
    case 'DoesNotExist':
      return values.length === 0 ? undefined : { field: 'values', message: `must be empty for \`${operator}\`` }
    case 'Gt':
    case 'Lt':
      return values.length === 1
        ? undefined
        : { field: 'values', message: `must have exactly one value for \`${operator}\`` }
    default:
      return { field: 'operator', message: 'must be `In`, `NotIn`, `Exists`, `DoesNotExist`, `Gt` or `Lt`' }
  }
}

function valueProblem(operator: string, value: string): string | undefined {
  if ((operator === 'Gt' || operator === 'Lt') && parseInt64(value) === undefined) {
    return `must be an integer for \`${operator}\``
  }
  const problem = labelValueProblem(value)
  return problem === undefined ? undefined : `must be a label value: ${problem}`
}

function compareIntegers(
  left: string,
  right: string | undefined,
  holds: (left: bigint, right: bigint) => boolean,
): boolean {
  const leftNumber = parseInt64(left)
  const rightNumber = right === undefined ? undefined : parseInt64(right)
  return leftNumber !== undefined && rightNumber !== undefined && holds(leftNumber, rightNumber)
}
