import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goUrlScheme } from '../../src/kubernetes/go-url.ts'
import { golden } from './golden.ts'

describe('URLs as Go reads them', () => {
  test.for(golden<[string, string | null]>('kubernetes/urls.json'))('%j: %j', ([text, scheme]) => {
    expect(goUrlScheme(text)?.scheme ?? null).toBe(scheme)
  })

  test('any text has an answer', () => {
    const part = fc.constantFrom(
      'docker',
      ':',
      '/',
      '//',
      '@',
      '[',
      ']',
      '%25',
      '%zz',
      '::1',
      '#',
      '?',
      'x',
      ' ',
      '\u0000',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, (url) => {
        const scheme = goUrlScheme(url)?.scheme
        expect(scheme === undefined || url.toLowerCase().startsWith(scheme)).toBe(true)
      }),
    )
  })

  test('a long bad text is refused at once', () => {
    for (const part of ['a', '[', ':', '@', '%41', '1:', '::']) {
      expect(goUrlScheme(`docker://${part.repeat(50_000)} ^`)).toBeUndefined()
    }
  })

  test('a lone surrogate is a character like any other beyond ASCII', () => {
    expect(goUrlScheme('docker://\ud800/x')).toEqual({ scheme: 'docker' })
  })
})
