import { expect, test } from 'vitest'
import { checkEdits } from '../../../src/resource-list/block/check-edits.ts'

const TEXT = 'items:\n- a: 1\n# c\n\n  b: 2\n- c: 3\n\n# d\nresults: []\n...\n'
const placeOf = (words: string) => TEXT.indexOf(words)

test.for(['- a', '- c', '\n# d', '# d', 'results', '...'])('lines may be put in before %j', (words) => {
  const from = placeOf(words)
  expect(() => checkEdits(TEXT, [{ from, to: from, insert: '- x\n' }], 0)).not.toThrow()
})

test.for(['# c', '\n\n  b', '  b'])('lines are never put in or cut out before the rest of an item: %j', (words) => {
  const to = placeOf(words)
  expect(() => checkEdits(TEXT, [{ from: to, to, insert: '- x\n' }], 0)).toThrow('into another one')
  expect(() => checkEdits(TEXT, [{ from: placeOf('- a'), to, insert: '' }], 0)).toThrow('into another one')
})

test('an item that stands deeper than the list is the rest of another', () => {
  const from = TEXT.length
  const text = `${TEXT.replace('...\n', '')}  - y\n`
  const place = text.indexOf('  - y')
  expect(() => checkEdits(text, [{ from: place, to: place, insert: '- x\n' }], 0)).toThrow('into another one')
  expect(() => checkEdits(text, [{ from: place, to: place, insert: '  - x\n' }], 2)).not.toThrow()
  expect(() => checkEdits(TEXT, [{ from, to: from, insert: '- x\n' }], 0)).not.toThrow()
})
