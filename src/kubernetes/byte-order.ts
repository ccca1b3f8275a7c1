import { isAscii } from '../yaml/scan/ascii.ts'

/**
 * Compares as Go compares strings: by their UTF-8 bytes, which is the order of the code points. JavaScript's own order
 * is that of UTF-16 units and differs beyond the Basic Multilingual Plane.
 */
export function compareBytes(a: string, b: string): number {
  if (a === b) return 0
  if (isAscii(a) && isAscii(b)) return a < b ? -1 : 1
  const left = [...a]
  const right = [...b]
  for (let index = 0; index < left.length && index < right.length; index++) {
    const difference = (left[index]?.codePointAt(0) ?? 0) - (right[index]?.codePointAt(0) ?? 0)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}
