import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  annotationKeyProblem,
  labelKeyProblem,
  labelNameProblem,
  labelValueProblem,
  subdomainProblem,
} from '../../src/kubernetes/names.ts'
import { utf8Length } from '../../src/kubernetes/utf8-length.ts'
import { golden } from './golden.ts'

const checks = [subdomainProblem, labelNameProblem, labelKeyProblem, labelValueProblem, annotationKeyProblem]

describe('names', () => {
  test.for(golden<[string, boolean[]]>('kubernetes/names.json'))('%j: %j', ([text, valid]) => {
    expect(checks.map((check) => check(text) === undefined)).toEqual(valid)
  })

  test('limits are in bytes', () => {
    expect(labelNameProblem('a'.repeat(63))).toBeUndefined()
    expect(labelNameProblem('a'.repeat(64))).toBe('must be at most 63 bytes long')
    expect(labelValueProblem('\u00e9'.repeat(32))).toBe('the value must be at most 63 bytes long')
  })

  test('a length is that of the UTF-8 text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => utf8Length(text) === Buffer.byteLength(text)))
  })

  test('a long bad name is refused as fast as a good one', () => {
    expect(subdomainProblem(`${'a-'.repeat(100_000)}!`)).toBeDefined()
  })
})
