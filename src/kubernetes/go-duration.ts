/** Go's durations, as `1h30m` or `1.5h`. Source: Go's time/format.go (ParseDuration). */
const nanoseconds = new Map([
  ['ns', 1],
  ['us', 1e3],
  ['\u00b5s', 1e3],
  ['\u03bcs', 1e3],
  ['ms', 1e6],
  ['s', 1e9],
  ['m', 6e10],
  ['h', 3.6e12],
])

/** Go counts in 64 bits; a negative duration may be one nanosecond longer than a positive one. */
const limit = 1n << 63n

export function isGoDuration(text: string): boolean {
  const negative = text.startsWith('-')
  const parts = negative || text.startsWith('+') ? text.slice(1) : text
  if (parts === '' || parts === '0') return parts === '0'
  let total = 0n
  const segment = /([0-9]*)(?:\.([0-9]*))?([^.0-9]+)/y
  while (segment.lastIndex < parts.length) {
    const [, whole = '', fraction = '', unit = ''] = segment.exec(parts) ?? []
    const perUnit = nanoseconds.get(unit)
    if (perUnit === undefined || whole + fraction === '') return false
    const amount = inNanoseconds(whole, fraction, perUnit)
    if (amount === undefined) return false
    total = BigInt.asUintN(64, total + amount)
    if (total > limit) return false
  }
  return total < limit || negative
}

function inNanoseconds(whole: string, fraction: string, perUnit: number): bigint | undefined {
  // Beyond nineteen digits nothing fits; a huge text must not become a huge number.
  const digits = whole.replace(/^0+/, '')
  if (digits.length > 19) return undefined
  const part = BigInt(digits === '' ? '0' : digits) * BigInt(perUnit)
  const [numerator, scale] = readFraction(fraction)
  const amount = part + BigInt(Math.trunc(numerator * (perUnit / scale)))
  return amount > limit ? undefined : amount
}

/** Go reads as many digits of a fraction as fit in 64 bits and passes over the rest. */
function readFraction(fraction: string): [numerator: number, scale: number] {
  const digits = fraction.slice(0, 18)
  return [Number(digits === '' ? '0' : digits), 10 ** digits.length]
}
