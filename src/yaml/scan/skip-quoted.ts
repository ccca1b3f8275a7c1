import { BACKSLASH, SINGLE_QUOTE, TAB } from './char-codes.ts'
import { isLineEnd, skipSpaces } from './scan-line.ts'

/**
 * The offset after the quoted scalar that opens at `pos`; -1 when it does not close before `limit`, or when one of its
 * lines is not deeper than `column`, the column of the node that holds it (YAML forbids that, some readers allow it).
 */
export function skipQuoted(text: string, pos: number, column: number, limit: number): number {
  const single = text.charCodeAt(pos) === SINGLE_QUOTE
  const close = single ? closingSingleQuote(text, pos + 1) : closingDoubleQuote(text, pos + 1)
  if (close === -1 || close >= limit) return -1
  return areLinesDeeper(text, pos, close, column) ? close + 1 : -1
}

export function closingDoubleQuote(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at !== -1 && isEscaped(text, at)) at = text.indexOf('"', at + 1)
  return at
}

function isEscaped(text: string, pos: number): boolean {
  let at = pos
  while (text.charCodeAt(at - 1) === BACKSLASH) at--
  return (pos - at) % 2 === 1
}

function closingSingleQuote(text: string, from: number): number {
  let at = text.indexOf("'", from)
  while (at !== -1 && text.charCodeAt(at + 1) === SINGLE_QUOTE) at = text.indexOf("'", at + 2)
  return at
}

/** Whether every line that begins between `from` and `to` is blank or deeper than `column`. */
export function areLinesDeeper(text: string, from: number, to: number, column: number): boolean {
  let lineFeed = text.indexOf('\n', from)
  while (lineFeed !== -1 && lineFeed < to) {
    const line = lineFeed + 1
    const at = skipSpaces(text, line)
    if (at - line <= column && !isLineEnd(text, at)) return false
    if (text.charCodeAt(at) === TAB) return false
    lineFeed = text.indexOf('\n', line)
  }
  return true
}
