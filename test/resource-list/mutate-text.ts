import fc from 'fast-check'

/** What changes the meaning of the text around it. */
const SPLINTERS = [
  '\n',
  '\r\n',
  '  ',
  '\t',
  '"',
  "'",
  '- ',
  ': ',
  '#',
  ' # ',
  '{',
  ']',
  '|',
  '> ',
  '&a ',
  '*a',
  '---\n',
  '...\n',
]
const SPLINTER_LINES = [
  '\nitems:\n',
  '\n- kind: Node\n',
  '\nkind: Node\n',
  '\n  kind: X\n',
  '!!map ',
  '? ',
  '%YAML 1.1\n',
]

interface Cut {
  readonly at: number
  readonly length: number
  readonly splinter: string
  readonly act: 'delete' | 'insert' | 'repeat'
}

const cut: fc.Arbitrary<Cut> = fc.record({
  at: fc.nat(1_000_000),
  length: fc.integer({ min: 1, max: 40 }),
  splinter: fc.constantFrom(...SPLINTERS, ...SPLINTER_LINES),
  act: fc.constantFrom('delete', 'insert', 'repeat'),
})

/** Texts in which pieces were deleted, repeated elsewhere, or put in. */
export function mutatedText(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(texts, fc.array(cut, { minLength: 1, maxLength: 4 })).map(([text, cuts]) => cuts.reduce(mutate, text))
}

function mutate(text: string, { at, length, splinter, act }: Cut): string {
  const place = at % (text.length + 1)
  const before = text.slice(0, place)
  if (act === 'delete') return before + text.slice(place + length)
  const from = (at * 31) % (text.length + 1)
  return before + (act === 'insert' ? splinter : text.slice(from, from + length)) + text.slice(place)
}
