import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance } from '../../src/words/edit-distance.ts'
import { closestWords, nearestWords } from '../../src/words/nearest.ts'

test.each([
  ['', '', 0],
  ['', 'abc', 3],
  ['kitten', 'sitting', 3],
  ['failOn', 'fialOn', 1],
  ['rules', 'rules', 0],
  ['ab', 'ba', 1],
  // What is swapped is not edited again.
  ['ca', 'abc', 3],
])('from %j to %j are %i edits', (from, to, edits) => {
  expect(editDistance(from, to, 100)).toBe(edits)
  expect(editDistance(to, from, 100)).toBe(edits)
})

test('a distance within the limit is told exactly, and any other is beyond it', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
  fc.assert(
    fc.property(word, word, fc.nat(6), (from, to, most) => {
      const exact = editDistance(from, to, 100)
      const limited = editDistance(from, to, most)
      expect(exact <= most ? limited === exact : limited > most).toBe(true)
    }),
  )
})

const FIELDS = ['mode', 'failOn', 'returnItems', 'rules', 'ignore', 'emit']

test.each([
  ['fialOn', ['failOn']],
  ['FAILON', ['failOn']],
  ['fail-on', ['failOn']],
  ['returnItem', ['returnItems']],
  ['rule', ['rules']],
  ['ignored', ['ignore']],
  ['exit', ['emit']],
  ['something', []],
  ['', []],
])('%j may have meant %j', (word, expected) => {
  expect(nearestWords(word, FIELDS, 3)).toEqual(expected)
})

test('at most so many, and of equally near ones the first', () => {
  expect(nearestWords('node1', ['node2', 'node3', 'node', 'nod'], 3)).toEqual(['node2', 'node3', 'node'])
})

test('the closest are told however far they are, also of a very long word', () => {
  expect(closestWords('x', FIELDS, 2)).toEqual(['mode', 'emit'])
  expect(closestWords('rules'.repeat(100_000), FIELDS, 1)).toHaveLength(1)
})
