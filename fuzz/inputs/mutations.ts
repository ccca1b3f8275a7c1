/** Small changes of a text, of the kinds that people, tools and attackers make: in its characters, lines, words, as a whole. */

/** Where and what, by numbers that each mutation reads in its own way. */
export interface Choice {
  readonly place: number
  readonly other: number
  readonly size: number
}

type Mutation = (text: string, choice: Choice) => string

/** Has a meaning to YAML, to JSON, to a terminal, or to an engine. */
const SPLINTERS = [
  ...[
    '\n',
    '\r',
    '\r\n',
    '\t',
    ' ',
    '  ',
    '"',
    "'",
    '\\',
    '`',
    '%',
    '@',
    ',',
    '[',
    ']',
    '{',
    '}',
    '|',
    '>',
    '~',
    '=',
    '?',
  ],
  ...[
    '- ',
    ': ',
    ':',
    '#',
    ' # ',
    '? ',
    '|-\n',
    '>+2\n',
    '&a ',
    '*a',
    '<<: *a',
    '!!binary ',
    '!<x> ',
    '!!set ',
    '!!str ',
  ],
  ...['---\n', '--- ', '...\n', '%YAML 1.1\n', '%TAG ! x\n', '"\\ud800"', '"\\u0000"', '"\\x1b[2J"', "''", '""'],
  ...[
    '\u0000',
    '\u001b',
    '\u007f',
    '\u0085',
    '\u00a0',
    '\u2028',
    '\u2029',
    '\ufeff',
    '\ud800',
    '😀',
    '\u202e',
    'é',
    '漢',
  ],
]
const VALUES = [
  ...['~', 'null', 'true', 'yes', 'on', '0', '-0', '007', '0o7', '0x1F', '1e999', '.inf', '.nan', '9007199254740993'],
  ...[
    '1.20',
    '2001-01-01',
    '1_000',
    '0b1',
    '{}',
    '[]',
    '[{}]',
    '{a: {}}',
    '""',
    '" "',
    "'amd64, arm64'",
    'amd64,,arm64',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '*a',
    '&a x',
    '!!int "1"',
    '|',
    '>-',
    '# x',
    '- x',
    'x: y',
    '::error::x',
    '##[x]',
  ],
  ...['"\\ud800"', '"a\\nb"', '"\\x1b[31m"', '@x', '`x`', '%x', 'x'.repeat(300), 'golden-images: ignore[x]'],
]
const LINES = [
  ...['', ' ', '\t', '#', '# x', '   # x', '# golden-images: ignore[no-hyperconverged] so', '# golden-images: ignore'],
  ...[
    '---',
    '...',
    'items:',
    'items: []',
    'results: []',
    'functionConfig: {}',
    '- kind: Node',
    '- {}',
    '- null',
    '-',
    '- - x',
  ],
  ...[
    'kind: Node',
    '  kind: X',
    'apiVersion: v1',
    '  <<: {a: b}',
    '? x',
    ': y',
    '  ? {a: b}',
    '__proto__: {a: 1}',
    '"a',
    "'",
  ],
]

export const MUTATIONS: { readonly [name: string]: Mutation } = {
  // Characters.
  deletePiece: (text, { place, size }) => splice(text, at(text, place), 1 + (size % 40), ''),
  insertSplinter: (text, { place, other }) => splice(text, at(text, place), 0, pick(SPLINTERS, other)),
  replaceByte: (text, { place, other }) => splice(text, at(text, place), 1, pick(SPLINTERS, other)),
  flipByte: (text, { place, size }) => {
    const start = at(text, place)
    return splice(text, start, 1, String.fromCharCode(text.charCodeAt(start) ^ (1 << (size % 7))))
  },
  repeatPiece: (text, { place, other, size }) => {
    const from = at(text, other)
    return splice(text, at(text, place), 0, text.slice(from, from + 1 + (size % 80)))
  },
  // Lines.
  deleteLines: byLines((lines, { place, size }) => lines.toSpliced(at(lines, place), 1 + (size % 4))),
  duplicateLines: byLines((lines, { place, size }) => {
    const start = at(lines, place)
    return lines.toSpliced(start, 0, ...lines.slice(start, start + 1 + (size % 6)))
  }),
  moveLines: byLines((lines, { place, other, size }) => {
    const start = at(lines, place)
    const count = 1 + (size % 6)
    const rest = lines.toSpliced(start, count)
    return rest.toSpliced(at(rest, other), 0, ...lines.slice(start, start + count))
  }),
  swapLines: byLines((lines, { place, other }) => {
    const [first, second] = [at(lines, place), at(lines, other)]
    return lines.with(first, lines[second] ?? '').with(second, lines[first] ?? '')
  }),
  insertLine: byLines((lines, { place, other, size }) => {
    return lines.toSpliced(at(lines, place), 0, ' '.repeat(size % 9) + pick(LINES, other))
  }),
  indentLines: byLines((lines, { place, other, size }) => {
    const start = at(lines, place)
    const changed = lines.slice(start, start + 1 + (size % 8)).map((line) => shift(line, other))
    return lines.toSpliced(start, changed.length, ...changed)
  }),
  commentOut: byLines((lines, { place, other }) => {
    const line = at(lines, place)
    return lines.with(
      line,
      (lines[line] ?? '').replace(/^ */, (spaces) => pick(['#', `${spaces}# `, `# ${spaces}`], other)),
    )
  }),
  endLine: byLines((lines, { place, other }) => {
    const line = at(lines, place)
    return lines.with(line, (lines[line] ?? '') + pick([' ', '\t', '\r', ' # x', '\t# x', ' |', ' >', ':', ','], other))
  }),
  // Words.
  replaceValue: byMatch(/(?<=: |- )\S.*$/gm, (_, { other }) => pick(VALUES, other)),
  quoteValue: byMatch(/(?<=: |- )[^\s"'].*$/gm, (value, { other }) => {
    const quote = pick(['"', "'"], other)
    return `${quote}${value}${quote}`
  }),
  unquoteValue: byMatch(/"[^"\n]*"|'[^'\n]*'/g, (value) => value.slice(1, -1)),
  foldValue: byMatch(
    /(?<=: )\S.*$/gm,
    (value, { other }) => `${pick(['|', '>', '|-', '>+', '|1', '>9'], other)}\n      ${value}`,
  ),
  anchorValue: byMatch(/(?<=: |- )\S.*$/gm, (value) => `&a ${value}`),
  aliasValue: byMatch(/(?<=: |- )\S.*$/gm, () => '*a'),
  replaceKey: byMatch(/[\w./-]+(?=:(?:\s|$))/gm, (_, { other }) =>
    pick(['kind', '__proto__', '"kind"', '<<', '1', '~', '', 'items'], other),
  ),
  replaceWord: (text, { place, other }) => {
    const words = [...text.matchAll(/[\w./-]{2,}/g)]
    const [from, to] = [words[at(words, place)], words[at(words, other)]]
    return from && to ? splice(text, from.index, from[0].length, to[0]) : text
  },
  flowLine: byMatch(/^( *)(?:- )?[\w./-]+:\n(?:\1 +[\w./-]+: [\w.-]+\n)+/gm, (block) => {
    const [head = '', ...members] = block.trimEnd().split('\n')
    return `${head} {${members.map((line) => line.trim()).join(', ')}}\n`
  }),
  // The whole.
  carriageReturns: (text) => text.replaceAll(/\r?\n/g, '\r\n'),
  byteOrderMark: (text) => `\ufeff${text}`,
  cutEnd: (text, { place }) => text.slice(0, at(text, place)),
  trimEnd: (text) => text.trimEnd(),
  twice: (text, { other }) => text + pick(['', '---\n', '...\n', '\n'], other) + text,
  deeper: byLines((lines, { size }) => lines.map((line) => (line === '' ? line : ' '.repeat(1 + (size % 3)) + line))),
}

/** A place in a text or list: any number stands for one. */
function at({ length }: { readonly length: number }, place: number): number {
  return length === 0 ? 0 : place % length
}

function pick(choices: readonly string[], number: number): string {
  return choices[number % choices.length] ?? ''
}

function splice(text: string, start: number, count: number, by: string): string {
  return text.slice(0, start) + by + text.slice(start + count)
}

function shift(line: string, by: number): string {
  const spaces = by % 9
  if (spaces === 8) return `\t${line}`
  return spaces < 4 ? ' '.repeat(spaces + 1) + line : line.replace(new RegExp(`^ {0,${spaces - 3}}`), '')
}

function byLines(change: (lines: string[], choice: Choice) => string[]): Mutation {
  return (text, choice) => change(text.split('\n'), choice).join('\n')
}

function byMatch(pattern: RegExp, change: (match: string, choice: Choice) => string): Mutation {
  return (text, choice) => {
    const matches = [...text.matchAll(pattern)]
    const match = matches[at(matches, choice.place)]
    return match ? splice(text, match.index, match[0].length, change(match[0], choice)) : text
  }
}
