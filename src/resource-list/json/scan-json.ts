import { DEEPEST } from '../../yaml/bounds.ts'
import {
  CARRIAGE_RETURN,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DOUBLE_QUOTE,
  LINE_FEED,
  OPEN_BRACE,
  OPEN_BRACKET,
  SPACE,
  TAB,
} from '../../yaml/scan/char-codes.ts'
import { closingDoubleQuote } from '../../yaml/scan/skip-quoted.ts'

const SCALAR = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|true|false|null/y

/** Takes one value that begins at `pos` and returns its end, or -1 when it is not JSON. */
export type TakeValue = (pos: number) => number
/** The same for a member; `start` is where its key begins. */
export type TakeMember = (key: string, start: number, pos: number) => number

export function skipBlanks(text: string, pos: number): number {
  for (let at = pos; ; at++) {
    const code = text.charCodeAt(at)
    if (code !== SPACE && code !== LINE_FEED && code !== CARRIAGE_RETURN && code !== TAB) return at
  }
}

/** The end of the object that begins at `pos`, or -1; each of its members is given to `take`. */
export function scanObject(text: string, pos: number, take: TakeMember): number {
  if (text.charCodeAt(pos) !== OPEN_BRACE) return -1
  let at = skipBlanks(text, pos + 1)
  if (text.charCodeAt(at) === CLOSE_BRACE) return at + 1
  for (;;) {
    const colon = skipKey(text, at)
    if (colon === -1) return -1
    const valueEnd = take(readJsonKey(text, at), at, skipBlanks(text, colon + 1))
    if (valueEnd === -1) return -1
    const next = skipBlanks(text, valueEnd)
    if (text.charCodeAt(next) === CLOSE_BRACE) return next + 1
    if (text.charCodeAt(next) !== COMMA) return -1
    at = skipBlanks(text, next + 1)
  }
}

/** The end of the array that begins at `pos`, or -1; each of its values is given to `take`. */
export function scanArray(text: string, pos: number, take: TakeValue): number {
  if (text.charCodeAt(pos) !== OPEN_BRACKET) return -1
  let at = skipBlanks(text, pos + 1)
  if (text.charCodeAt(at) === CLOSE_BRACKET) return at + 1
  for (;;) {
    const valueEnd = take(at)
    if (valueEnd === -1) return -1
    const next = skipBlanks(text, valueEnd)
    if (text.charCodeAt(next) === CLOSE_BRACKET) return next + 1
    if (text.charCodeAt(next) !== COMMA) return -1
    at = skipBlanks(text, next + 1)
  }
}

/**
 * The end of the JSON value at `pos`, or -1 when there is none, or it nests deeper than any reader should follow.
 * Does not look into strings for what must be escaped. Iterates, whatever the depth.
 */
export function skipValue(text: string, pos: number): number {
  const closers: number[] = []
  let at = pos
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      const closer = code === OPEN_BRACE ? CLOSE_BRACE : CLOSE_BRACKET
      at = skipBlanks(text, at + 1)
      if (text.charCodeAt(at) !== closer) {
        if (closers.push(closer) > DEEPEST) return -1
        at = closer === CLOSE_BRACE ? valueAfterKey(text, at) : at
        if (at === -1) return -1
        continue
      }
      at++
    } else {
      at = code === DOUBLE_QUOTE ? skipString(text, at) : skipScalar(text, at)
      if (at === -1) return -1
    }
    // A value ended here; so may the collections around it.
    for (;;) {
      const closer = closers.at(-1)
      if (closer === undefined) return at
      at = skipBlanks(text, at)
      const next = text.charCodeAt(at)
      if (next === COMMA) {
        at = skipBlanks(text, at + 1)
        if (closer === CLOSE_BRACE) at = valueAfterKey(text, at)
        if (at === -1) return -1
        break
      }
      if (next !== closer) return -1
      closers.pop()
      at++
    }
  }
}

function skipString(text: string, pos: number): number {
  const close = closingDoubleQuote(text, pos + 1)
  return close === -1 ? -1 : close + 1
}

function skipScalar(text: string, pos: number): number {
  SCALAR.lastIndex = pos
  return SCALAR.test(text) ? SCALAR.lastIndex : -1
}

/** The place of the colon after the key at `pos`, or -1. */
function skipKey(text: string, pos: number): number {
  if (text.charCodeAt(pos) !== DOUBLE_QUOTE) return -1
  const end = skipString(text, pos)
  if (end === -1) return -1
  const colon = skipBlanks(text, end)
  return text.charCodeAt(colon) === COLON ? colon : -1
}

function valueAfterKey(text: string, pos: number): number {
  const colon = skipKey(text, pos)
  return colon === -1 ? -1 : skipBlanks(text, colon + 1)
}

/** The key whose quotes open at `pos`. One with escapes that JSON does not have stays as it is written. */
function readJsonKey(text: string, pos: number): string {
  const end = closingDoubleQuote(text, pos + 1)
  const raw = text.slice(pos + 1, end)
  if (!raw.includes('\\')) return raw
  const value = parseJson(text.slice(pos, end + 1))
  return typeof value === 'string' ? value : raw
}

/** The value of a JSON text; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}
