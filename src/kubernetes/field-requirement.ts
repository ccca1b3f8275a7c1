/**
 * One entry of a node selector term's `matchFields`.
 * Source: k8s.io/component-helpers scheduling/corev1/nodeaffinity/nodeaffinity.go
 * (nodeSelectorRequirementsAsFieldSelector) and k8s.io/apimachinery pkg/fields/selector.go.
 */
import type { V1NodeSelectorRequirement } from '@kubernetes/client-node'
import type { PathProblem } from './path-problem.ts'

export function fieldRequirementProblems(requirement: V1NodeSelectorRequirement, path: string): PathProblem[] {
  if (requirement.operator !== 'In' && requirement.operator !== 'NotIn') {
    return [{ path: `${path}.operator`, message: 'must be `In` or `NotIn`' }]
  }
  if (requirement.values?.length !== 1) return [{ path: `${path}.values`, message: 'must have exactly one value' }]
  return []
}

/**
 * Whether a node's fields meet a requirement that has no problems. A node has one field, `metadata.name`;
 * every other key is admitted and reads as the empty string.
 */
export function meetsFieldRequirement(requirement: V1NodeSelectorRequirement, nodeName: string): boolean {
  const value = requirement.key === 'metadata.name' ? nodeName : ''
  const equal = value === requirement.values?.[0]
  return requirement.operator === 'In' ? equal : !equal
}
