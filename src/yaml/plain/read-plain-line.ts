import { lineAfter } from './line-after.ts'
import { readPlainLines } from './read-plain-lines.ts'
import { isNullOrBoolean, REFUSED, readPlainScalar } from './read-plain-scalar.ts'
import { readQuoted } from './read-quoted.ts'

/** Nothing on the line: the value is what stands below it, or null. */
export const BELOW = Symbol('below')
export const EMPTY_OBJECT = Symbol('{}')
export const EMPTY_LIST = Symbol('[]')

type Value = ReturnType<typeof readPlainScalar> | typeof BELOW | typeof EMPTY_OBJECT | typeof EMPTY_LIST

/** A line by itself. */
export interface PlainLine {
  /** Where its content begins; -1 for a blank line or a comment. */
  readonly column: number
  /** What stands behind `- `. */
  readonly entry: PlainLine | undefined
  readonly key: string | undefined
  /** `REFUSED` where the line alone does not tell it. */
  readonly value: Value
  /** The column of the value. */
  readonly valueColumn: number
}

const KEY = /^(?:([A-Za-z_][A-Za-z0-9_./-]*)|"([A-Za-z0-9_./ -]*)"|'([A-Za-z0-9_./ -]*)'):(?: +|$)/
const MOST_DASHES = 8
const NO_CONTENT: PlainLine = { column: -1, entry: undefined, key: undefined, value: BELOW, valueColumn: -1 }

/** What a line of block style says, without its line feed. */
export function readPlainLine(line: string): PlainLine {
  if (line.endsWith('\r')) return readPlainLine(line.slice(0, -1))
  let column = 0
  while (line.startsWith(' ', column)) column++
  if (column === line.length || line.startsWith('#', column)) return NO_CONTENT
  return readContent(line.slice(column), column, 0)
}

function readContent(content: string, column: number, depth: number): PlainLine {
  if (content === '-') return { column, entry: nothing(column + 1), key: undefined, value: BELOW, valueColumn: -1 }
  if (content.startsWith('- ') && depth < MOST_DASHES) {
    let start = 2
    while (content.startsWith(' ', start)) start++
    const entry = readContent(content.slice(start), column + start, depth + 1)
    return { column, entry, key: undefined, value: BELOW, valueColumn: -1 }
  }
  const match = KEY.exec(content)
  if (match === null) return withoutKey(column, readValue(content))
  const key = match[1] ?? match[2] ?? match[3] ?? ''
  // A key whose text is not what it means to YAML, or to JavaScript, is for the full parser.
  if (key === '__proto__' || isNullOrBoolean(key)) return withoutKey(column, REFUSED)
  const rest = content.slice(match[0].length)
  const value = rest === '' ? BELOW : readValue(rest)
  return { column, entry: undefined, key, value, valueColumn: column + match[0].length }
}

function nothing(column: number): PlainLine {
  return withoutKey(column, BELOW)
}

function withoutKey(column: number, value: Value): PlainLine {
  return { column, entry: undefined, key: undefined, value, valueColumn: column }
}

function readValue(text: string): Value {
  if (text === '{}') return EMPTY_OBJECT
  if (text === '[]') return EMPTY_LIST
  const scalar = readPlainScalar(text)
  return scalar === REFUSED ? readRareScalar(text) : scalar
}

/** With a comment behind it, escapes, or characters beyond ASCII. */
function readRareScalar(text: string): Value {
  const first = text.charAt(0)
  if (first === '#') return BELOW
  if (first !== '"' && first !== "'") return readPlainLines(text, 0, 0)?.value ?? REFUSED
  const quoted = readQuoted(text, 0, 0)
  return quoted === undefined || lineAfter(text, quoted.end) === -1 ? REFUSED : quoted.value
}
