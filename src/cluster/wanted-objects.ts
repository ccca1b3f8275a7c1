import type { Wanted } from '../resource-list/manifests/wanted.ts'
import { countsInside, KIND_NAMES } from './kinds.ts'

const NAMES = KIND_NAMES.join('|')
const ANY_NAME = new RegExp(`\\b(?:${NAMES})(?:List)?\\b`)
/** Whatever a kind or a group may be misspelt to. */
const SIMILAR = /hyper-?conv|data-?import-?cron|kubevirt\.|golden-images/i
const DECIDING =
  /HyperConverged|DataImportCron|CommonBootImages|dict\.architectures|\bkind["']?\s*:\s*["']?Node(?:List)?\b/
const KIND = new RegExp(`\\bkind["']?\\s*:\\s*["']?(?:${NAMES})(?:List)?\\b`)
/** What is longer is more often a log, which speaks of everything, than manifests. */
const LARGE = 1 << 20

/** Our kinds, as texts speak of them. */
export const WANTED_OBJECTS: Wanted = {
  isWanted: countsInside,
  isMentioned: (text) => DECIDING.test(text),
  kindIn: (text) => (text.includes('apiVersion') ? text.search(KIND) : -1),
}

/** Whether a file must be parsed to know what is in it: without any word of ours, nothing is. */
export function speaksOfUs(text: string): boolean {
  if (text.length > LARGE) return WANTED_OBJECTS.kindIn(text) >= 0
  return ANY_NAME.test(text) || SIMILAR.test(text)
}
