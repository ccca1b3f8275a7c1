import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawLine } from '../../src/formats/findings/frame-line.ts'
import { displayWidth } from '../../src/formats/text/display-width.ts'

/** What of a line stands above the marks, by columns. */
function marked({ text, marks }: { text: string; marks: string }): string {
  let column = 0
  let above = ''
  for (const character of text) {
    if (marks[column] === '^') above += character
    column += displayWidth(character)
  }
  return above
}

describe('the marks stand below the value', () => {
  const cases: readonly (readonly [name: string, line: string, value: string, shown: string])[] = [
    ['plain', '  a: value # b', 'value', 'value'],
    ['after tabs', '\t\ta:\tvalue', 'value', 'value'],
    ['a tab in it', 'a: x\ty', 'x\ty', 'x    y'],
    ['after wide characters', '漢字: 👍 value', 'value', 'value'],
    ['wide itself', 'a: 漢字 b', '漢字', '漢字'],
    ['after a combining mark', 'e\u0301e\u0301: value', 'value', 'value'],
    ['after what is escaped', '\u001b[31m\u202e: value', 'value', 'value'],
    ['escaped itself', 'a: \u0007!', '\u0007', '\\u0007'],
    ['half of a pair', 'a: \ud83d b', '\ud83d', '\\ud83d'],
    ['before a carriage return', 'a: value\r', 'value', 'value'],
    ['far behind', `${'x'.repeat(300)} value ${'y'.repeat(300)}`, 'value', 'value'],
    ['far behind wide characters', `${'漢'.repeat(300)} value`, 'value', 'value'],
    ['far behind pairs', `${'👍'.repeat(300)} value`, 'value', 'value'],
    ['behind much that is escaped', `${'\u0007'.repeat(60)}value`, 'value', 'value'],
  ]
  test.for(cases)('%s', ([, line, value, shown]) => {
    const from = line.indexOf(value)
    const drawn = drawLine(line, from, from + value.length, 80)
    expect(marked(drawn)).toBe(shown)
    expect(drawn.marks).toMatch(/^ *\^+$/)
    expect(displayWidth(drawn.text)).toBeLessThanOrEqual(82)
  })
})

test('an empty stretch, one behind the end, and one of no width have one mark', () => {
  expect(drawLine('a: b', 3, 3, 80).marks).toBe('   ^')
  expect(drawLine('a:', 2, 2, 80).marks).toBe('  ^')
  expect(drawLine('a:', 50, 60, 80).marks).toBe('  ^')
  expect(drawLine('', 0, 0, 80).marks).toBe('^')
  expect(drawLine('a: e\u0301', 4, 5, 80).marks).toBe('    ^')
})

test('a long line shows where it is cut', () => {
  const line = `${'x'.repeat(300)} value ${'y'.repeat(300)}`
  expect(drawLine(line, 301, 306, 80).text).toMatch(/^…x+ value y+…$/)
  expect(drawLine(line, 0, 10, 80).text).toMatch(/^x+…$/)
  expect(drawLine(line, 600, 607, 80).text).toMatch(/^…y+$/)
  expect(drawLine('x'.repeat(80), 0, 1, 80).text).toBe('x'.repeat(80))
})

test('a line of megabytes is not drawn whole', () => {
  const line = `{"a": "${'x'.repeat(20_000_000)}", "b": 1}`
  expect(drawLine(line, 10_000_000, 10_000_004, 80).text.length).toBeLessThan(90)
})

test('whatever the line holds, marks are within it and nothing reaches the terminal', () => {
  const character = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom('\t', '漢', '👍', '\u0301', '\u001b', '\ud800', '\udc00', ' ', 'a'),
  )
  const line = fc.array(character, { maxLength: 300 }).map((characters) => characters.join('').replaceAll('\n', ''))
  fc.assert(
    fc.property(line, fc.nat(400), fc.nat(400), fc.integer({ min: 60, max: 130 }), (source, from, length, width) => {
      const { text, marks } = drawLine(source, from, from + length, width)
      expect(displayWidth(text)).toBeLessThanOrEqual(width + 2)
      expect(marks).toMatch(/^ *\^+$/)
      expect(marks.length).toBeLessThanOrEqual(displayWidth(text) + 1)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal
      expect(text).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
    }),
  )
})
