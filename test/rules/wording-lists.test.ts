import { expect, test } from 'vitest'
import { list, some } from '../../src/rules/support/wording.ts'

const names = (count: number) => Array.from({ length: count }, (_, index) => `n${index}`)

test('a list in words has the first ten, and tells how many more there are', () => {
  expect(list([])).toBe('none')
  expect(list(names(10))).toBe('n0, n1, n2, n3, n4, n5, n6, n7, n8, n9')
  expect(list(names(5000))).toBe('n0, n1, n2, n3, n4, n5, n6, n7, n8, n9 and 4990 more')
  expect(some(names(4))).toBe('"n0", "n1", "n2" and 1 more')
})

test('a word that is no name any more is cut', () => {
  expect(list(['a'.repeat(100_000)])).toHaveLength(256)
})
