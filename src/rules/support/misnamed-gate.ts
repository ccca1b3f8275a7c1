import { MULTI_ARCH_GATE } from '../../operators/hco/multi-arch.ts'
import { editDistance } from '../../words/edit-distance.ts'

const BEFORE_RELEASE = 'enablemultiarchcommonbootimageimport'
/** More is another gate: `enableCommonBootImageImport` differs by nine. */
const MOST_TYPOS = 3

/** Whether a gate has the name of the switch before its release, or the right one in another letter case. */
export function isMisnamedGate(name: string): boolean {
  const folded = name.toLowerCase()
  return folded === BEFORE_RELEASE || (folded === MULTI_ARCH_GATE.toLowerCase() && name !== MULTI_ARCH_GATE)
}

/** Whether it is the right one but for a few letters. */
export function isMisspeltGate(name: string): boolean {
  const folded = name.toLowerCase()
  const wanted = MULTI_ARCH_GATE.toLowerCase()
  return folded !== wanted && editDistance(folded, wanted, MOST_TYPOS) <= MOST_TYPOS
}
