import { editDistance } from './edit-distance.ts'

/** Nobody names anything so long: of a longer word the rest says nothing more. */
const LONGEST = 100

/**
 * Those of the known words that somebody may have meant who wrote another one, the nearest first and at most so many: of
 * three characters one may differ, and upper and lower case are one. Of equally near ones those that come first are taken.
 * Empty when none is near.
 */
export function nearestWords(word: string, known: Iterable<string>, most: number): string[] {
  const written = word.toLowerCase()
  const near = rank(known, (candidate) => {
    const allowed = Math.max(1, Math.floor(candidate.length / 3))
    const distance = editDistance(written, candidate.toLowerCase(), allowed)
    return distance <= allowed ? distance : undefined
  })
  return near.slice(0, most)
}

/** So many of the known words, however far they are, the nearest first. */
export function closestWords(word: string, known: Iterable<string>, most: number): string[] {
  const written = word.slice(0, LONGEST).toLowerCase()
  return rank(known, (candidate) => editDistance(written, candidate.toLowerCase(), Number.MAX_SAFE_INTEGER)).slice(
    0,
    most,
  )
}

function rank(known: Iterable<string>, distanceOf: (candidate: string) => number | undefined): string[] {
  const near = [...known].flatMap((candidate) => {
    const distance = distanceOf(candidate)
    return distance === undefined ? [] : [{ candidate, distance }]
  })
  return near.sort((a, b) => a.distance - b.distance).map(({ candidate }) => candidate)
}
