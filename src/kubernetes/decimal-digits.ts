import { trim } from './go-text.ts'

/** The digits of a number that is not zero (and its sign), and how many zeros follow them. */
export function splitTrailingZeros(value: bigint): { significant: string; zeros: number } {
  const digits = value.toString()
  // No number begins with a zero, so only those at the end go.
  const significant = trim(digits, (digit) => digit === '0')
  return { significant, zeros: digits.length - significant.length }
}
