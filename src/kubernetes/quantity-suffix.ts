/** The suffixes of quantities. Source: k8s.io/apimachinery pkg/api/resource/suffix.go. */

import { parseInt64 } from './int64.ts'

/** How a quantity was written, and is written again: `5M`, `5Mi` or `5e6`. */
export type QuantityFormat = 'decimal' | 'binary' | 'exponent'

export interface QuantitySuffix {
  format: QuantityFormat
  /** The power of two for `binary`, else the power of ten. */
  power: number
}

const decimalPowers = new Map([
  ['n', -9],
  ['u', -6],
  ['m', -3],
  ['', 0],
  ['k', 3],
  ['M', 6],
  ['G', 9],
  ['T', 12],
  ['P', 15],
  ['E', 18],
])
const binaryPowers = new Map([
  ['Ki', 10],
  ['Mi', 20],
  ['Gi', 30],
  ['Ti', 40],
  ['Pi', 50],
  ['Ei', 60],
])
const decimalSuffixes = new Map([...decimalPowers].map(([suffix, power]) => [power, suffix]))
const binarySuffixes = new Map([...binaryPowers].map(([suffix, power]) => [power, suffix]))

export function readSuffix(suffix: string): QuantitySuffix | undefined {
  const decimal = decimalPowers.get(suffix)
  if (decimal !== undefined) return { format: 'decimal', power: decimal }
  const binary = binaryPowers.get(suffix)
  if (binary !== undefined) return { format: 'binary', power: binary }
  const exponent = parseInt64(/^[eE](.+)$/.exec(suffix)?.[1] ?? '')
  // Go keeps 32 bits of the exponent.
  return exponent === undefined ? undefined : { format: 'exponent', power: Number(BigInt.asIntN(32, exponent)) }
}

/** A power that no suffix stands for is printed as none, as Kubernetes prints it: `10000E` becomes `10`. */
export function writeSuffix({ format, power }: QuantitySuffix): string {
  if (format === 'binary') return binarySuffixes.get(power) ?? ''
  if (format === 'decimal') return decimalSuffixes.get(power) ?? ''
  return power === 0 ? '' : `e${power}`
}
