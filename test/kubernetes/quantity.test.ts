import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canonicalQuantity,
  quantityAmount,
  quantityBytes,
  quantityProblem,
  quantitySign,
} from '../../src/kubernetes/quantity.ts'
import { golden } from './golden.ts'

interface Case {
  value: string | number
  quantity: { canonical: string; bytes: string; sign: number } | null
}

// Amounts beyond `E` would lose their suffix in Kubernetes' canonical form, and with it their size.
const suffix = fc.constantFrom('', 'n', 'u', 'm', 'k', 'M', 'G', 'T', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'e3', 'E-6')
const quantity = fc
  .tuple(fc.constantFrom('', '-', '+'), fc.bigInt(0n, 10n ** 8n), fc.constantFrom('', '.5', '.25', '.001'), suffix)
  .map((parts) => parts.join(''))

describe('quantities', () => {
  test.for(golden<Case>('kubernetes/quantities.json'))(
    'Go reads $value as $quantity',
    ({ value, quantity: expected }) => {
      expect(canonicalQuantity(value)).toBe(expected?.canonical)
      expect(quantityBytes(value)?.toString()).toBe(expected?.bytes)
      expect(quantitySign(value)).toBe(expected?.sign)
      expect(quantityProblem(value) === undefined).toBe(expected !== null)
    },
  )

  test('any text and any number has an answer', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double(), quantity), (value) => {
        expect(canonicalQuantity(value) === undefined).toBe(quantityBytes(value) === undefined)
        expect(canonicalQuantity(value) === undefined).toBe(quantityAmount(value) === undefined)
      }),
    )
  })

  test('the canonical form is the same amount, and settles', () => {
    fc.assert(
      fc.property(quantity, (value) => {
        const canonical = canonicalQuantity(value) ?? ''
        // Kubernetes prints 62.5Ki as 64000, which it then takes for a decimal number and prints as 64k.
        const settled = canonicalQuantity(canonical) ?? ''
        expect(canonicalQuantity(settled)).toBe(settled)
        expect(quantityAmount(canonical)).toBe(quantityAmount(value))
      }),
    )
  })

  test('endless exponents and digits cost nothing', () => {
    expect(canonicalQuantity('1e-2147483648')).toBeDefined()
    expect(quantityBytes('12345678901234567890e2147483647')).toBe(0n)
    expect(quantityAmount(`1${'0'.repeat(10_000)}`)).toBe('1e10000')
    expect(canonicalQuantity(`${'1'.repeat(100_000)}!`)).toBeUndefined()
    expect(quantityAmount(`1${'0'.repeat(50_000)}1`)).toBeDefined()
  })

  test('equal amounts have equal texts', () => {
    expect(quantityAmount('5120Mi')).toBe(quantityAmount('5Gi'))
    expect(quantityAmount('1')).toBe(quantityAmount('1000m'))
    expect(quantityAmount(1_048_576)).toBe(quantityAmount('1Mi'))
    expect(quantityAmount('1G')).not.toBe(quantityAmount('1Gi'))
  })
})
