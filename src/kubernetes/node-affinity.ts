/**
 * Required node affinity as the scheduler, and HCO in its place, understands it.
 * Source: k8s.io/component-helpers scheduling/corev1/nodeaffinity/nodeaffinity.go;
 * HCO: pkg/webhooks/validator/validator.go (validateAffinity), pkg/internal/nodeinfo.
 */
import type { V1Affinity, V1NodeSelectorTerm } from '@kubernetes/client-node'
import { fieldRequirementProblems, meetsFieldRequirement } from './field-requirement.ts'
import { indexTerms, labelKey, type Term } from './index-terms.ts'
import { type Labels, labelRequirement, labelRequirementProblems } from './label-requirement.ts'
import type { PathProblem } from './path-problem.ts'

/** The part of a placement (or of a pod's spec) that decides on which nodes it may run. */
export interface RequiredPlacement {
  nodeSelector?: Labels | undefined
  affinity?: Pick<V1Affinity, 'nodeAffinity'> | undefined
}

export interface PlacementNode {
  name?: string | undefined
  labels?: Labels | undefined
}

/**
 * Why a required node affinity does not parse; HCO's webhooks deny the HyperConverged then. Empty: it parses.
 * `path` is where the affinity stands; the problems' paths begin with it.
 */
export function affinityProblems(affinity: RequiredPlacement['affinity'], path: string): PathProblem[] {
  const selector = `${path}.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution`
  return (requiredTerms(affinity) ?? []).flatMap((term, index) =>
    termProblems(term, `${selector}.nodeSelectorTerms[${index}]`),
  )
}

/**
 * Whether a node has every label of the selector and meets one of the required terms. A term that does not parse
 * is skipped; an empty one, and an empty list of terms, match no node. Absent requirements match every node.
 */
export function matchesRequiredNodeAffinity(placement: RequiredPlacement, node: PlacementNode): boolean {
  return requiredNodeAffinity(placement)(node)
}

/** The same for many nodes: the terms are checked, and sorted by what a node must have, once. */
export function requiredNodeAffinity(placement: RequiredPlacement): (node: PlacementNode) => boolean {
  const selector = Object.entries(placement.nodeSelector ?? {})
  const terms = requiredTerms(placement.affinity)?.filter(
    (term) => !isEmpty(term) && termProblems(term, '').length === 0,
  )
  const meetsAny = terms && indexTerms(terms.map(readTerm))
  return ({ name = '', labels = {} }) => {
    if (!selector.every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value)) return false
    return meetsAny === undefined || meetsAny(name, labels)
  }
}

function requiredTerms(affinity: RequiredPlacement['affinity']): V1NodeSelectorTerm[] | undefined {
  const required = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution
  return required === undefined ? undefined : (required.nodeSelectorTerms ?? [])
}

function isEmpty(term: V1NodeSelectorTerm): boolean {
  return (term.matchExpressions ?? []).length === 0 && (term.matchFields ?? []).length === 0
}

function termProblems(term: V1NodeSelectorTerm, path: string): PathProblem[] {
  const expressions = (term.matchExpressions ?? []).flatMap((requirement, index) =>
    labelRequirementProblems(requirement, `${path}.matchExpressions[${index}]`),
  )
  const fields = (term.matchFields ?? []).flatMap((requirement, index) =>
    fieldRequirementProblems(requirement, `${path}.matchFields[${index}]`),
  )
  return [...expressions, ...fields]
}

function readTerm({ matchExpressions = [], matchFields = [] }: V1NodeSelectorTerm): Term {
  const expressions = matchExpressions.map((requirement) => ({
    requirement,
    isMet: labelRequirement(requirement),
  }))
  return {
    needs: expressions.flatMap(({ requirement: { operator, key, values = [] } }) => {
      if (operator === 'In') return [values.map((value) => labelKey(key, value))]
      return ['Exists', 'Gt', 'Lt'].includes(operator) ? [[key]] : []
    }),
    isMet: (nodeName, labels) => {
      if (!expressions.every(({ isMet }) => isMet(labels))) return false
      // Without a name a node has no fields at all, and then the requirements on fields are not looked at.
      return nodeName === '' || matchFields.every((requirement) => meetsFieldRequirement(requirement, nodeName))
    },
    nodeName: matchFields.find(({ operator, key }) => operator === 'In' && key === 'metadata.name')?.values?.[0],
  }
}
