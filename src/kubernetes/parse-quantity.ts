/**
 * Reads a quantity exactly. Source: k8s.io/apimachinery pkg/api/resource/quantity.go (ParseQuantity).
 * Kubernetes has two representations, a small one (64 bits and a power of ten) and a wide one; they round, overflow
 * and print differently, so which one a text gets is part of the behaviour.
 */

import { remembered } from '../devices/remembered.ts'
import { greatestInt64 } from './int64.ts'
import { type QuantityFormat, type QuantitySuffix, readSuffix } from './quantity-suffix.ts'

/** The amount is `mantissa` times ten to the power of `scale`. */
export interface Quantity {
  readonly mantissa: bigint
  readonly scale: number
  readonly wide: boolean
  readonly format: QuantityFormat
  /** The text itself, where Kubernetes takes it for canonical and prints it again. */
  readonly asWritten?: string
}

interface QuantityText {
  text: string
  negative: boolean
  /** Without leading zeros, and at least one digit. */
  whole: string
  fraction: string
  digits: string
}

const leastScale = -9

/** Kubernetes has no bound, but arithmetic with a million digits takes seconds. */
const longest = 100_000

const syntax = /^([+-]?)([0-9]*)(?:\.([0-9]*))?((?:[eEinumkKMGTP]+[-+]?[0-9]*|[-+][0-9]*)?)$/

export const parseQuantity = remembered((text): Quantity | undefined => {
  const parts = text.length > longest ? null : syntax.exec(text)
  if (text === '' || parts === null) return undefined
  const [, sign = '', digitsBefore = '', fraction = '', suffixText = ''] = parts
  const suffix = readSuffix(suffixText)
  if (suffix === undefined) return undefined
  const whole = digitsBefore.replace(/^0+/, '') || '0'
  const written = { text, negative: sign === '-', whole, fraction, digits: digitsBefore + fraction }
  return smallQuantity(written, suffix) ?? wideQuantity(written, suffix)
})

/** Why a text is no quantity, in Kubernetes' words. */
export function quantityTextProblem(text: string): string | undefined {
  if (parseQuantity(text) !== undefined) return undefined
  if (text.length > longest) return `must be at most ${longest} characters long`
  const suffix = text === '' ? undefined : syntax.exec(text)?.[4]
  if (suffix === undefined) {
    return "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
  }
  return readSuffix(suffix) === undefined
    ? "unable to parse quantity's suffix"
    : 'unable to parse numeric part of quantity'
}

function smallQuantity(
  { text, negative, whole, fraction }: QuantityText,
  suffix: QuantitySuffix,
): Quantity | undefined {
  const binary = suffix.format === 'binary'
  if (binary ? fraction !== '' || !fitsBinary(whole, suffix.power) : whole.length + fraction.length > 18) {
    return undefined
  }
  // Go's scale has 32 bits and wraps.
  const scale = binary ? 0 : (suffix.power - fraction.length) | 0
  if (scale < leastScale) return undefined
  const shifted = whole + fraction
  const value = BigInt(shifted)
  const size = binary ? value << BigInt(suffix.power) : value
  const quantity = { mantissa: negative ? -size : size, scale, wide: false, format: suffix.format }
  const canonical = binary
    ? (value & 7n) !== 0n
    : scale % 3 === 0 && !shifted.endsWith('000') && !shifted.startsWith('0')
  return canonical ? { ...quantity, asWritten: text } : quantity
}

/** Kubernetes' rough guess whether digits times a power of two stay within the small representation. */
function fitsBinary(whole: string, power: number): boolean {
  return 14 - whole.length - Math.trunc((power * 3) / 10) >= 0
}

function wideQuantity({ negative, digits, fraction }: QuantityText, suffix: QuantitySuffix): Quantity | undefined {
  if (digits === '') return undefined
  const binary = suffix.format === 'binary'
  const unscaled = binary ? BigInt(digits) << BigInt(suffix.power) : BigInt(digits)
  const rounded = roundToNano(unscaled, binary ? -fraction.length : (suffix.power - fraction.length) | 0)
  const amount = binary ? cap(rounded) : rounded
  const sign = negative ? -1n : 1n
  return { ...amount, mantissa: sign * amount.mantissa, wide: true, format: binaryBelowOne(amount, suffix) }
}

/** Away from zero: who asks for too little to be represented gets something. */
function roundToNano(mantissa: bigint, scale: number): { mantissa: bigint; scale: number } {
  if (scale >= leastScale || mantissa === 0n) return { mantissa, scale }
  const excess = leastScale - scale
  if (excess > mantissa.toString().length) return { mantissa: 1n, scale: leastScale }
  const divisor = 10n ** BigInt(excess)
  return { mantissa: (mantissa + divisor - 1n) / divisor, scale: leastScale }
}

/** Only quantities with a binary suffix are held to 64 bits. */
function cap(amount: { mantissa: bigint; scale: number }): { mantissa: bigint; scale: number } {
  const limit = greatestInt64 * 10n ** BigInt(-amount.scale)
  return amount.mantissa > limit ? { mantissa: greatestInt64, scale: 0 } : amount
}

/** Less than one would lose its digits in a binary format. */
function binaryBelowOne(amount: { mantissa: bigint; scale: number }, { format }: QuantitySuffix): QuantityFormat {
  const belowOne = format === 'binary' && amount.mantissa > 0n && amount.mantissa < 10n ** BigInt(-amount.scale)
  return belowOne ? 'decimal' : format
}
