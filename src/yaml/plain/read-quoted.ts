import { SINGLE_QUOTE } from '../scan/char-codes.ts'
import { skipQuoted } from '../scan/skip-quoted.ts'
import { foldLines } from './fold-lines.ts'

/** A string that ends somewhere in a line, and the offset after it. */
interface QuotedString {
  readonly value: string
  readonly end: number
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['e', '\x1b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['N', '\x85'],
  ['_', '\xa0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
  [' ', ' '],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
])
const HEX_DIGITS: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
])

/** The quoted scalar that opens at `pos` below a node at `column`; undefined when it is not certainly one. */
export function readQuoted(text: string, pos: number, column: number): QuotedString | undefined {
  const end = skipQuoted(text, pos, column, text.length)
  if (end === -1) return undefined
  const inside = text.slice(pos + 1, end - 1)
  const folded = inside.includes('\n') ? foldQuoted(inside) : inside
  if (folded === undefined) return undefined
  const value = text.charCodeAt(pos) === SINGLE_QUOTE ? folded.replaceAll("''", "'") : replaceEscapes(folded)
  return value === undefined ? undefined : { value, end }
}

/** Undefined where white space or a line break is escaped, or a tab stands. */
function foldQuoted(inside: string): string | undefined {
  if (inside.includes('\t')) return undefined
  const lines = inside.split(/\r?\n/)
  const last = lines.length - 1
  const trimmed = lines.map((line, index) => trim(line, index > 0, index < last))
  return trimmed.some((line, index) => index < last && line.endsWith('\\')) ? undefined : foldLines(trimmed)
}

function trim(line: string, start: boolean, end: boolean): string {
  const rest = start ? line.replace(/^ +/, '') : line
  return end ? rest.replace(/ +$/, '') : rest
}

/** Undefined where an escape is none. */
function replaceEscapes(text: string): string | undefined {
  let value = ''
  let from = 0
  for (let at = text.indexOf('\\'); at !== -1; at = text.indexOf('\\', from)) {
    const letter = text.charAt(at + 1)
    const digits = HEX_DIGITS.get(letter) ?? 0
    const char = digits > 0 ? fromHex(text.slice(at + 2, at + 2 + digits), digits) : ESCAPES.get(letter)
    if (char === undefined) return undefined
    value += text.slice(from, at) + char
    from = at + 2 + digits
  }
  return value + text.slice(from)
}

function fromHex(hex: string, digits: number): string | undefined {
  const code = /^[0-9A-Fa-f]+$/.test(hex) && hex.length === digits ? Number.parseInt(hex, 16) : -1
  return code < 0 || code > 0x10ffff ? undefined : String.fromCodePoint(code)
}
