export const greatestInt64 = (1n << 63n) - 1n
const leastInt64 = -(1n << 63n)

/** A decimal integer as Go's strconv.ParseInt(text, 10, 64) reads it: an optional sign, digits, within 64 bits. */
export function parseInt64(text: string): bigint | undefined {
  if (!/^[+-]?[0-9]+$/.test(text)) return undefined
  const digits = text.replace(/^[+-]?0*/, '')
  // Nineteen digits are the most that fit; this keeps a huge text from becoming a huge number.
  if (digits.length > 19) return undefined
  const size = BigInt(digits === '' ? '0' : digits)
  const value = text.startsWith('-') ? -size : size
  return value >= leastInt64 && value <= greatestInt64 ? value : undefined
}
