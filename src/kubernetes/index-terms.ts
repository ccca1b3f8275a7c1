import { InputError } from '../input-error.ts'
import { groupBy } from '../json/group-by.ts'
import type { Labels } from './label-requirement.ts'

/** A node selector term that parses. */
export interface Term {
  /** Of each requirement that asks for a label: the keys, or the labels as `labelKey` writes them, one of which it takes. */
  readonly needs: readonly (readonly string[])[]
  /** The name that a node must have, if it has one. */
  readonly nodeName: string | undefined
  readonly isMet: (nodeName: string, labels: Labels) => boolean
}

/** What every node of the largest clusters and a hundred terms that nothing tells apart do not reach. */
const MOST_COMPARISONS = 2_000_000

export function labelKey(key: string, value: string): string {
  return `${key}=${value}`
}

/**
 * Whether a node meets any of the terms. A term is looked at for those nodes alone that have the name, or one of the
 * labels, that it asks for: large placements have a term for each zone, rack or node. Throws an InputError where too
 * many terms are left for too many nodes.
 */
export function indexTerms(terms: readonly Term[]): (nodeName: string, labels: Labels) => boolean {
  const counts = new Map<string, number>()
  for (const label of terms.flatMap(({ needs }) => needs.flat())) counts.set(label, (counts.get(label) ?? 0) + 1)
  const named = terms.filter(({ nodeName }) => nodeName !== undefined)
  const byName = groupBy(named, ({ nodeName }) => nodeName)
  const labelled = terms.flatMap((term) => {
    const labels = term.nodeName === undefined ? rarest(term, counts) : undefined
    return labels ? [{ term, labels }] : []
  })
  const byLabel = groupBy(
    labelled.flatMap(({ term, labels }) => [...new Set(labels)].map((label) => ({ term, label }))),
    ({ label }) => label,
  )
  const others = terms.filter(({ nodeName, needs }) => nodeName === undefined && needs.length === 0)
  let left = MOST_COMPARISONS
  return (nodeName, labels) => {
    const isMet = (term: Term) => {
      left -= 1
      if (left < 0) throw new InputError(tooMany(terms.length))
      return term.isMet(nodeName, labels)
    }
    // A node without a name meets every requirement on it.
    if ((nodeName === '' ? named : (byName.get(nodeName) ?? [])).some(isMet)) return true
    if (others.some(isMet)) return true
    return Object.entries(labels).some(([key, value]) =>
      [key, labelKey(key, value)].some((label) => (byLabel.get(label) ?? []).some(({ term }) => isMet(term))),
    )
  }
}

/** The requirement whose labels the fewest terms ask for. */
function rarest({ needs }: Term, counts: ReadonlyMap<string, number>): readonly string[] | undefined {
  const weigh = (labels: readonly string[]) => labels.reduce((sum, label) => sum + (counts.get(label) ?? 0), 0)
  const weighed = needs.map((labels) => ({ labels, weight: weigh(labels) }))
  return weighed.sort((a, b) => a.weight - b.weight)[0]?.labels
}

function tooMany(terms: number): string {
  return `the node affinity of a placement must be simpler: its ${terms} terms would have to be compared more than ${MOST_COMPARISONS} times with Nodes; give it fewer terms, or let each ask for a label of few Nodes`
}
