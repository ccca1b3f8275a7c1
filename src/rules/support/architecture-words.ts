import { type Architecture, isKnownArchitecture, KNOWN_ARCHITECTURES } from '../../operators/ssp/architectures.ts'
import type { Readable } from '../../prediction/prediction.ts'
import { nearestWords } from '../../words/nearest.ts'

const OTHER_NAMES: ReadonlyMap<string, Architecture> = new Map([
  ['x86_64', 'amd64'],
  ['x86-64', 'amd64'],
  ['x64', 'amd64'],
  ['aarch64', 'arm64'],
  ['arm64v8', 'arm64'],
  ['s390', 's390x'],
])

/** What people put between architectures, or around them. */
const NO_PART_OF_A_NAME = /[\s,;|+&()[\]{}"']+/

/** What each word of a text was likely meant to say. */
interface Reading {
  readonly word: string
  /** Several when more than one is equally near; none when no architecture that SSP knows is. */
  readonly meant: readonly Architecture[]
}

/** Reads an annotation, or a part of it, word by word, whatever stands between the words. */
export function readWords(text: string): Reading[] {
  return text
    .split(NO_PART_OF_A_NAME)
    .filter((word) => word !== '')
    .map((word) => ({ word, meant: meantBy(word) }))
}

function meantBy(word: string): readonly Architecture[] {
  // As in an image's platform: `linux/arm64/v8`.
  const name = word
    .toLowerCase()
    .replace(/^linux\//, '')
    .replace(/\/v8$/, '')
  const other = OTHER_NAMES.get(name)
  if (other) return [other]
  return isKnownArchitecture(name) ? [name] : nearestWords(name, KNOWN_ARCHITECTURES, 2).filter(isKnownArchitecture)
}

/** The annotation as it was likely meant; undefined when not every part of it is surely one of the `allowed` then. */
export function likelyMeant(annotation: string, allowed: Iterable<string>): string | undefined {
  const names = new Set(allowed)
  const words = readWords(annotation)
  const sure = words.flatMap(({ meant }) => (meant.length === 1 && meant.every((name) => names.has(name)) ? meant : []))
  return words.length > 0 && sure.length === words.length ? [...new Set(sure)].join(',') : undefined
}

/** Architectures on which VMs run and that a part of the annotation means without being it: HCO drops them. */
export function droppedArchitectures(annotation: string, prediction: Readable): Architecture[] {
  if (!('nodeInformation' in prediction && prediction.multiArch)) return []
  const { workloadsArchitectures } = prediction.nodeInformation
  const parts = annotation.split(',')
  const meant = new Set(parts.flatMap((part) => readWords(part).flatMap((reading) => reading.meant)))
  return [...meant].filter((name) => workloadsArchitectures.includes(name) && !parts.includes(name))
}
