/**
 * Words that are one to QuickJS' hash function (hash_string8 of quickjs.c, `h = h * 263 + c` in 32 bits, without a seed):
 * in its tables of property names and in its maps they all stand in one chain.
 */
const BASE = 263n
const LENGTH = 7
const REACH = 12
const MIDDLE = 109

/** `count` different words of small letters, as long as each other. */
export function collidingWords(count: number): string[] {
  const blocks = collidingBlocks()
  let words = blocks
  while (words.length < count) words = words.flatMap((word) => blocks.map((block) => word + block))
  return words.slice(0, count)
}

/** Differences of seven characters that the hash function does not see, laid over `mmmmmmm`. */
function collidingBlocks(): string[] {
  const blocks = [String.fromCharCode(...Array<number>(LENGTH).fill(MIDDLE))]
  const range = Array.from({ length: 2 * REACH + 1 }, (_, index) => BigInt(index - REACH))
  for (const a of range) {
    for (const b of range) {
      for (const c of range) {
        for (const d of range) {
          const rest = complete([a, b, c, d])
          if (rest !== undefined)
            blocks.push(String.fromCharCode(...rest.map((difference) => MIDDLE + Number(difference))))
        }
      }
    }
  }
  return [...new Set(blocks)]
}

/** The last three differences that make the sum zero in 32 bits, where they are small. */
function complete(first: readonly bigint[]): readonly bigint[] | undefined {
  const sum = first.reduce((value, difference) => value * BASE + difference, 0n)
  let rest = BigInt.asIntN(32, -sum * BASE ** 3n)
  const last: bigint[] = []
  for (const weight of [BASE ** 2n, BASE, 1n]) {
    const digit = (rest + (rest >= 0n ? weight / 2n : -weight / 2n)) / weight
    if (digit > BigInt(REACH) || digit < BigInt(-REACH)) return undefined
    last.push(digit)
    rest -= digit * weight
  }
  return [...first, ...last]
}
