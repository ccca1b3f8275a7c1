import fc from 'fast-check'

/** A piece of block-style YAML: what stands beside its key or dash, and the lines below, indented relative to that. */
interface Piece {
  head: string
  tail: string[]
}

/** Lines that would mean something in another place. */
const TRAPS = [
  '- kind: Node',
  '- apiVersion: v1',
  'kind: Node',
  'items:',
  'items: []',
  'results:',
  'functionConfig: {}',
  '# no comment',
  '...',
  '---',
  '{',
  ']',
  '*alias',
  '&anchor x',
  '|',
  '- |',
  "it's",
  'key: |',
  "key: 'open",
  '',
]
const WORDS = ['a', 'Node', 'v1', 'y', 'no', '~', '012', '1e3', '0x1F', '1.0', '12345678901234567890', 'null', 'é']

const trap = fc.constantFrom(...TRAPS)
const word = fc.constantFrom(...WORDS)
const key = fc.constantFrom(
  'name',
  'metadata',
  'spec',
  'on',
  '"quoted key"',
  "'it''s'",
  'a.b/c',
  '1',
  'kindness',
  '__proto__',
)

function escapeQuotes(lines: readonly string[], quote: string): string[] {
  const doubled = quote === "'" ? "''" : '\\"'
  return lines.map((line) => line.replaceAll('\\', '').replaceAll(quote, doubled))
}

const plain: fc.Arbitrary<Piece> = fc
  .tuple(fc.constantFrom('plain', 'word', '0 */6 * * *', "it's", 'a "b', 'v1', '1.0', 'https://x:1/#a'), fc.boolean())
  .map(([head, more]) => ({ head, tail: more && head !== '1.0' ? ['  goes on', "  'and on"] : [] }))

const quoted: fc.Arbitrary<Piece> = fc
  .tuple(fc.constantFrom('"', "'"), fc.array(trap, { maxLength: 4 }), fc.constantFrom('', ' # comment', '  '))
  .map(([quote, lines, end]) => {
    const [first = '', ...rest] = escapeQuotes(lines, quote)
    const last = rest.length === 0 ? `${quote}${first}${quote}${end}` : `${quote}${first}`
    return { head: last, tail: rest.map((line, index) => `  ${line}${index === rest.length - 1 ? quote + end : ''}`) }
  })

const block: fc.Arbitrary<Piece> = fc
  .tuple(fc.constantFrom('|', '>', '|-', '>+', '|+', '|2', '>2-', '| # comment'), fc.array(trap, { maxLength: 5 }))
  .map(([head, lines]) => ({ head, tail: lines.map((line) => (line === '' ? '' : `  ${line}`)) }))

const flow: fc.Arbitrary<Piece> = fc.constantFrom(
  { head: '{a: 1, "b": [x, \'y\']}', tail: [] },
  { head: '[]', tail: [] },
  { head: '{}  # nothing', tail: [] },
  { head: "[\"-- {\", it's, ']' ]", tail: [] },
  { head: '[a,', tail: ['  kind: Node, "- kind', '  c", # ]', '  ]'] },
  { head: '{"a":"b",', tail: ['    kind: Node', '  }'] },
)

const scalar = fc.oneof(
  plain,
  quoted,
  block,
  flow,
  word.map((head) => ({ head, tail: [] })),
)

const filler = fc.constantFrom<string[]>([], [], [], [''], ['# comment'], ['# it\'s "open'], ['', '# - kind: Node', ''])

function indent(lines: readonly string[], by: string): string[] {
  return lines.map((line) => (line === '' ? line : by + line))
}

function entry(lead: string, { head, tail }: Piece, by: string): string[] {
  return [head === '' ? lead : `${lead} ${head}`, ...indent(tail, by)]
}

const { node } = fc.letrec<{ node: Piece; map: Piece; list: Piece }>((tie) => ({
  node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalar, tie('map'), tie('list')),
  map: fc
    .tuple(
      fc.uniqueArray(fc.tuple(key, tie('node'), filler), { selector: ([name]) => name, minLength: 1, maxLength: 4 }),
      fc.constantFrom('  ', '    '),
    )
    .map(([pairs, by]) => ({
      head: '',
      tail: indent(
        pairs.flatMap(([name, value, above]) => [...above, ...entry(`${name}:`, value, '')]),
        by,
      ),
    })),
  list: fc
    .tuple(fc.array(fc.tuple(tie('node'), filler), { minLength: 1, maxLength: 3 }), fc.constantFrom('', '  '))
    .map(([values, by]) => ({
      head: '',
      tail: indent(
        values.flatMap(([value, above]) => [...above, ...listEntry('-', value)]),
        by,
      ),
    })),
}))

/** An entry whose first key may stand beside the dash. */
function listEntry(dash: string, piece: Piece): string[] {
  const [first = '', ...rest] = piece.tail
  const width = dash.length + 1
  const isCompact = piece.head === '' && first.startsWith(' '.repeat(width)) && first[width] !== ' '
  return isCompact ? [`${dash} ${first.slice(width)}`, ...rest] : entry(dash, piece, '')
}

const header = fc.constantFrom(
  ['apiVersion: v1', 'kind: Node'],
  ['kind: ConfigMap', 'apiVersion: v1 # comment'],
  ['"kind": "Node"', "'apiVersion': 'v1'"],
  ['apiVersion: apps/v1'],
  ['kind: 12'],
  ['apiVersion:', '  v1', 'kind: "No\\u0064e"'],
  ['kind: Two', '  Words', 'apiVersion: v1'],
  ['shared: &s {x: [1, 2]}', 'again: *s', 'merged: {<<: *s, y: 1}', 'kind: ConfigMap', 'apiVersion: v1'],
  ['base: &s', '  kind: Node', '<<: *s', 'apiVersion: v1'],
)

const item: fc.Arbitrary<string[]> = fc
  .tuple(
    header,
    fc.array(fc.tuple(node, filler), { maxLength: 3 }),
    fc.boolean(),
    fc.constantFrom('-', '-', '-  ', '- # c'),
  )
  .map(([head, values, headerFirst, dash]) => {
    const members = values.flatMap(([value, above], index) => [...above, ...entry(`field${index}:`, value, '')])
    // A scalar or comment must not follow a member without its own line.
    const lines = headerFirst ? [...head, ...members] : [...members, ...head]
    const [first = '', ...rest] = lines
    if (dash === '- # c' || first === '' || first.startsWith('#')) return [dash, ...indent(lines, '    ')]
    return [`${dash} ${first}`, ...indent(rest, ' '.repeat(dash.length + 1))]
  })

const functionConfig = fc.constantFrom<string[]>(
  [],
  ['functionConfig:', '  kind: GoldenImages', '  text: |', '    items:', '    - kind: Node'],
  ['functionConfig: {kind: ConfigMap, data: {a: "b"}}'],
  ['functionConfig:'],
)
const results = fc.constantFrom<string[]>(
  [],
  [],
  ['results: []'],
  ['results:', '- message: "old', '    - kind: Node"', ''],
)

export interface ListText {
  text: string
  /** How many items were put in. */
  count: number
}

/** The text of a ResourceList, in every shape that block style allows, full of lines that look like something else. */
export const listText: fc.Arbitrary<ListText> = fc
  .record({
    lead: fc.constantFrom<string[]>([], ['---'], ['# comment', '', '--- # c'], ['\ufeff# bom']),
    items: fc.array(fc.tuple(item, filler), { maxLength: 5 }),
    empty: fc.constantFrom('items: []', 'items:', 'items: null # none', 'items: ~'),
    column: fc.constantFrom('', '  ', '    '),
    functionConfig,
    results,
    order: fc.integer({ min: 0, max: 5 }),
    end: fc.constantFrom<string[]>([], [], ['# end'], ['...'], ['... # end', ''], ['', '']),
    lineBreak: fc.constantFrom('\n', '\r\n'),
    isEnded: fc.boolean(),
  })
  .map((parts) => {
    const list = parts.items.flatMap(([lines, above]) => [...above, ...lines])
    const items = parts.items.length === 0 ? [parts.empty] : ['items:', ...indent(list, parts.column)]
    const members = [items, parts.functionConfig, parts.results]
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ]
    const ordered = (orders[parts.order] ?? []).flatMap((place) => members[place] ?? [])
    const lines = [...parts.lead, 'apiVersion: config.kubernetes.io/v1', 'kind: ResourceList', ...ordered, ...parts.end]
    const text = lines.join(parts.lineBreak) + (parts.isEnded ? parts.lineBreak : '')
    return { text, count: parts.items.length }
  })
