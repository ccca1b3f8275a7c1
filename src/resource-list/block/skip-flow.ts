import {
  CARRIAGE_RETURN,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DOUBLE_QUOTE,
  HASH,
  LINE_FEED,
  OPEN_BRACE,
  OPEN_BRACKET,
  SINGLE_QUOTE,
  SPACE,
  TAB,
} from '../../yaml/scan/char-codes.ts'
import { nextLine } from '../../yaml/scan/scan-line.ts'
import { areLinesDeeper, skipQuoted } from '../../yaml/scan/skip-quoted.ts'

/** What makes a node more than its text: anchors, aliases, tags, complex keys. */
const PROPERTIES = '&*!?'

/**
 * The offset after the flow list or mapping that opens at `start`; -1 when it does not close before `limit`, when one
 * of its lines is not deeper than `column`, or when it holds something that this scan does not follow.
 */
export function skipFlow(text: string, start: number, column: number, limit: number): number {
  let depth = 0
  // Quotes open a scalar only where a node may begin; anywhere else they are characters of a plain scalar.
  let nodeMayBegin = true
  let afterQuoteOrBracket = false
  let pos = start
  while (pos < limit) {
    const code = text.charCodeAt(pos)
    if (isBlank(code)) {
      pos++
    } else if (code === OPEN_BRACKET || code === OPEN_BRACE) {
      depth++
      nodeMayBegin = true
      pos++
    } else if (code === CLOSE_BRACKET || code === CLOSE_BRACE) {
      depth--
      pos++
      if (depth === 0) return areLinesDeeper(text, start, pos, column) ? pos : -1
      nodeMayBegin = false
      afterQuoteOrBracket = true
    } else if (code === COMMA) {
      nodeMayBegin = true
      pos++
    } else if (code === HASH && isBlank(text.charCodeAt(pos - 1))) {
      pos = nextLine(text, pos)
    } else if (code === COLON && (afterQuoteOrBracket || endsKey(text, pos + 1))) {
      nodeMayBegin = true
      afterQuoteOrBracket = false
      pos++
    } else if (nodeMayBegin && (code === DOUBLE_QUOTE || code === SINGLE_QUOTE)) {
      pos = skipQuoted(text, pos, column, limit)
      if (pos === -1) return -1
      nodeMayBegin = false
      afterQuoteOrBracket = true
    } else {
      if (nodeMayBegin && PROPERTIES.includes(text.charAt(pos))) return -1
      nodeMayBegin = false
      afterQuoteOrBracket = false
      pos++
    }
  }
  return -1
}

function isBlank(code: number): boolean {
  return code === SPACE || code === LINE_FEED || code === CARRIAGE_RETURN || code === TAB
}

function endsKey(text: string, afterColon: number): boolean {
  const code = text.charCodeAt(afterColon)
  return isBlank(code) || code === COMMA || code === CLOSE_BRACE || code === CLOSE_BRACKET || Number.isNaN(code)
}
