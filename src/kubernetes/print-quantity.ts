/** Prints a quantity in Kubernetes' canonical form. Source: k8s.io/apimachinery pkg/api/resource/quantity.go, amount.go. */
import { splitTrailingZeros } from './decimal-digits.ts'
import type { Quantity } from './parse-quantity.ts'
import { type QuantityFormat, writeSuffix } from './quantity-suffix.ts'

export function printQuantity(quantity: Quantity): string {
  if (quantity.asWritten !== undefined) return quantity.asWritten
  if (quantity.mantissa === 0n) return '0'
  return quantity.format === 'binary' ? printBinary(quantity) : printDecimal(quantity, quantity.format)
}

function printBinary(quantity: Quantity): string {
  const unit = 10n ** BigInt(-quantity.scale)
  const small = quantity.mantissa > -1024n * unit && quantity.mantissa < 1024n * unit
  // As a binary number it would lose its fraction.
  if (small || quantity.mantissa % unit !== 0n) return printDecimal(quantity, 'decimal')

  let amount = quantity.mantissa / unit
  let power = 0
  while (amount % 1024n === 0n) {
    amount /= 1024n
    power += 10
  }
  return `${amount}${writeSuffix({ format: 'binary', power })}`
}

/** The exponent becomes the greatest multiple of three that keeps every digit. */
function printDecimal({ mantissa, scale }: Quantity, format: QuantityFormat): string {
  const { significant, zeros } = splitTrailingZeros(mantissa)
  const exponent = (scale + zeros) | 0
  const excess = ((exponent % 3) + 3) % 3
  return `${significant}${'0'.repeat(excess)}${writeSuffix({ format, power: (exponent - excess) | 0 })}`
}
