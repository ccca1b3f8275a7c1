/**
 * Kubernetes quantities (`5Gi`, `1500m`, 1048576), as k8s.io/apimachinery pkg/api/resource reads, compares and
 * prints them. What is no quantity is `undefined`.
 */

import { remembered } from '../devices/remembered.ts'
import { splitTrailingZeros } from './decimal-digits.ts'
import { isGoSpace, trim } from './go-text.ts'
import { greatestInt64 } from './int64.ts'
import { parseQuantity, type Quantity, quantityTextProblem } from './parse-quantity.ts'
import { printQuantity } from './print-quantity.ts'

/** What Kubernetes writes for a quantity that it has read: `5120Mi` becomes `5Gi`, `1.5` becomes `1500m`. */
export function canonicalQuantity(value: string | number): string | undefined {
  const quantity = readQuantity(value)
  return quantity === undefined ? undefined : printQuantity(quantity)
}

export function quantitySign(value: string | number): -1 | 0 | 1 | undefined {
  const mantissa = readQuantity(value)?.mantissa
  if (mantissa === undefined) return undefined
  return mantissa > 0n ? 1 : mantissa < 0n ? -1 : 0
}

/**
 * The amount in whole units (bytes, for a size), as Go's Quantity.Value() answers: rounded up, in 64 bits.
 * An amount that does not fit is no error there: the answer is 0 (`1e30`) or the lowest 64 bits of the amount.
 */
export function quantityBytes(value: string | number): bigint | undefined {
  const quantity = readQuantity(value)
  if (quantity === undefined) return undefined
  return quantity.wide ? wideValue(quantity) : smallValue(quantity)
}

/** The same text for the same amount, however written: `5120Mi` and `5Gi`, `1` and `1000m`. */
export function quantityAmount(value: string | number): string | undefined {
  const quantity = readQuantity(value)
  if (quantity === undefined) return undefined
  if (quantity.mantissa === 0n) return '0'
  const { significant, zeros } = splitTrailingZeros(quantity.mantissa)
  return `${significant}e${quantity.scale + zeros}`
}

/** Why a value is no quantity, in Kubernetes' words. */
export function quantityProblem(value: string | number): string | undefined {
  return quantityTextProblem(quantityText(value))
}

function readQuantity(value: string | number): Quantity | undefined {
  return parseQuantity(quantityText(value))
}

/**
 * Kubernetes trims, though a CRD's pattern refuses blanks. It reads the raw JSON text, in which some white space is
 * escaped. A number has the same digits in Go and here.
 */
function quantityText(value: string | number): string {
  return trimmed(String(value))
}

const trimmed = remembered((text) => trim(text, (character) => isGoSpace(character) && !escapedInJson.has(character)))

const escapedInJson = new Set(['\t', '\n', '\v', '\f', '\r', '\u2028', '\u2029'])

/** Go multiplies by these powers of ten in one step and hands back the overflowed product; by others step by step, and then 0. */
const wrappingScales = new Set([1, 2, 3, 6, 9])

function smallValue({ mantissa, scale }: Quantity): bigint {
  if (scale < 0) {
    const divisor = 10n ** BigInt(-scale)
    const away = mantissa % divisor === 0n ? 0n : mantissa < 0n ? -1n : 1n
    return mantissa / divisor + away
  }
  if (scale > 18) return 0n
  const value = mantissa * 10n ** BigInt(scale)
  const wrapped = BigInt.asIntN(64, value)
  return wrapped === value || wrappingScales.has(scale) ? wrapped : 0n
}

/**
 * Go keeps the wide mantissa in billionths, unless it was capped. Of a negative one it takes the lowest 64 bits before
 * it divides, so that `-100Pi` answers a positive number.
 */
function wideValue({ mantissa, scale, format }: Quantity): bigint {
  const capped = format === 'binary' && mantissa === -greatestInt64
  if (mantissa < 0n && !capped) return roundUp(BigInt.asIntN(64, times10(mantissa, 9 + scale)), 1_000_000_000n)
  return BigInt.asIntN(64, scale < 0 ? roundUp(mantissa, 10n ** BigInt(-scale)) : times10(mantissa, scale))
}

/** Ten to the 64th is a multiple of two to the 64th: more would not show in the lowest 64 bits. */
function times10(mantissa: bigint, power: number): bigint {
  return power >= 64 ? 0n : mantissa * 10n ** BigInt(power)
}

function roundUp(amount: bigint, divisor: bigint): bigint {
  return amount % divisor === 0n ? amount / divisor : amount / divisor + 1n
}
