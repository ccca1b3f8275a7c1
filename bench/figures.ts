/** How figures are written: three significant digits, never an exponent. */
import type { Summary } from './statistics.ts'

export function printNumber(value: number): string {
  const magnitude = Math.abs(value)
  if (magnitude >= 1000) return Math.round(value).toLocaleString('en-US')
  if (magnitude >= 100) return value.toFixed(0)
  if (magnitude >= 10) return value.toFixed(1)
  return value.toFixed(magnitude >= 1 ? 2 : 3)
}

/** With its quartiles: `12.3 (11.9–12.8)`. */
export function printSummary({ median, low, high }: Summary): string {
  return `${printNumber(median)} (${printNumber(low)}–${printNumber(high)})`
}

export function printMegabytes(bytes: number): string {
  return printNumber(bytes / 1e6)
}

export function printPercent(part: number): string {
  return `${(part * 100).toFixed(0)} %`
}
