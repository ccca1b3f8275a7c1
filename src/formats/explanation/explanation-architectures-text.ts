import { ARCHITECTURES_ANNOTATION } from '../../cluster/data-import-cron.ts'
import type { ExplainedArchitectures } from '../../explanation/architectures.ts'
import type { ImageExplanation } from '../../explanation/image.ts'
import { enumerate, list, quote } from '../../rules/support/wording.ts'
import { at } from '../text/text-layout.ts'

const ANNOTATION = `\`${ARCHITECTURES_ANNOTATION}\``

/** The annotation as written, as kept, and as filtered, in sentences. */
export function describeArchitectures(
  { architectures }: ImageExplanation,
  multiArch: boolean,
  workload: readonly string[] | undefined,
): string[] {
  if (!architectures) return []
  const { kept } = architectures
  if (!multiArch) {
    if (kept === undefined) return []
    const place = architectures.inEntry === kept ? at(architectures.place) : ''
    return [
      `The annotation ${ANNOTATION} says ${quote(kept)}${place}. It counts only when images are made for each architecture.`,
    ]
  }
  if (kept === undefined)
    return [...describeAbsent(architectures), 'So it is imported once, without a choice of architecture.']
  return [...describeKept(architectures, kept), ...describeFiltered(architectures, kept, workload)]
}

function describeAbsent({
  authority,
  inEntry,
  inCommon,
  place,
}: ExplainedArchitectures & { place?: Parameters<typeof at>[0] }) {
  if (authority === 'own-image' && inCommon !== undefined) {
    return [
      `The common template says ${quote(inCommon)} in its annotation ${ANNOTATION}, which does not count: the entry brings an image of its own, and must say its architectures itself.`,
    ]
  }
  if (inEntry !== undefined) {
    return [
      `The entry says ${quote(inEntry)} in its annotation ${ANNOTATION}${at(place)}, which does not count: its image is the common template's, and that has no annotation.`,
    ]
  }
  return [`Nobody says which architectures the image has: the annotation ${ANNOTATION} is missing.`]
}

function describeKept(
  architectures: ExplainedArchitectures & { place?: Parameters<typeof at>[0] },
  kept: string,
): string[] {
  const { authority, inEntry, inCommon, place } = architectures
  if (authority === 'common-image') {
    const entry =
      inEntry === undefined || inEntry === kept
        ? ''
        : ` The entry says ${quote(inEntry)}${at(place)}, which does not count, because its image is still the common template's.`
    return [`The common template's annotation ${ANNOTATION} says ${quote(kept)}.${entry}`]
  }
  const instead =
    authority === 'own-image' && inCommon !== undefined && inCommon !== kept
      ? ` That counts instead of the common template's ${quote(inCommon)}, because the entry brings an image of its own.`
      : ''
  return [`The annotation ${ANNOTATION} says ${quote(kept)}${at(place)}.${instead}`]
}

function describeFiltered(
  { filtered, lost }: ExplainedArchitectures,
  kept: string,
  workload: readonly string[] | undefined,
): string[] {
  if (filtered === undefined) return []
  if (kept === '') return ['It is empty, so no image is made.']
  const absent = lost.filter(({ because }) => because === 'no-such-node').map(({ word }) => quote(word))
  const inexact = lost.filter(({ because }) => because === 'not-exact').map(({ word }) => quote(word))
  const reasons = [
    ...(absent.length > 0 ? [`no node for VMs is of ${enumerate(absent).replace(/ and (?=[^ ]*$)/, ' or ')}`] : []),
    ...(inexact.length > 0
      ? [
          `${enumerate(inexact)} must be spelled exactly as the nodes spell it (${list(workload ?? [])}), blanks included`,
        ]
      : []),
  ]
  if (filtered === '') return [`Nothing of it is left on this cluster: ${reasons.join('; ')}. So no image is made.`]
  if (reasons.length === 0) return [kept.includes(',') ? 'Nodes for VMs have all of them.' : 'A node for VMs has it.']
  return [`On this cluster ${quote(filtered)} is left of it: ${reasons.join('; ')}.`]
}
