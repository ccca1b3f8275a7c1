import type { JsonObject, JsonValue } from '../../json/json.ts'
import type { ParseBudget } from '../parse-budget.ts'
import {
  AMPERSAND,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DOUBLE_QUOTE,
  HASH,
  OPEN_BRACE,
  OPEN_BRACKET,
  SINGLE_QUOTE,
  STAR,
} from '../scan/char-codes.ts'
import { isLineEnd, nextLine, skipSpaces } from '../scan/scan-line.ts'
import type { Anchors } from './anchors.ts'
import { type Pair, readPair } from './read-pair.ts'
import { REFUSED, resolvePlain } from './read-plain-scalar.ts'
import { readQuoted } from './read-quoted.ts'
import type { InlineValue } from './value.ts'

/** Words of a plain scalar on one line of a flow collection: a colon ends it before a blank or an indicator. */
const PLAIN =
  /(?:[^ \t\r\n,[\]{}:#&*!|>'"%@`?-]|-(?=[^ \t\r\n,[\]{}]))(?:[^ \t\r\n,[\]{}:]+|:(?=[^ \t\r\n,[\]{}]))*(?: +(?:[^ \t\r\n,[\]{}:#]|:(?=[^ \t\r\n,[\]{}]))(?:[^ \t\r\n,[\]{}:]+|:(?=[^ \t\r\n,[\]{}]))*)*/y
const NAME = /[A-Za-z0-9_-]+(?=[ ,\]}\r\n]|$)/y
/** YAML forbids keys of more than 1,024 characters. */
const LONGEST_KEY = 1_000

/** The name of an anchor or alias at `pos`. */
export function readName(text: string, pos: number): string | undefined {
  NAME.lastIndex = pos
  return NAME.exec(text)?.[0]
}

interface Member {
  readonly key: string
  readonly value: JsonValue
  /** The place of the next member, or of the brace that closes; -1 when neither comes. */
  readonly next: number
}

/** Reads flow collections of a text, and what is in them, below a block node at `column`. */
export class FlowReader {
  readonly #text: string
  readonly #column: number
  readonly #anchors: Anchors
  readonly #budget: ParseBudget | undefined

  constructor(text: string, column: number, anchors: Anchors, budget: ParseBudget | undefined) {
    this.#text = text
    this.#column = column
    this.#anchors = anchors
    this.#budget = budget
  }

  /** The node at `pos`, which may nest so many levels deep; undefined when it is not certainly one. */
  read(pos: number, levels: number): InlineValue | undefined {
    const code = this.#text.charCodeAt(pos)
    if (code === OPEN_BRACE) return levels > 0 ? this.#readMembers(this.#skip(pos + 1), levels - 1) : undefined
    if (code === OPEN_BRACKET) return levels > 0 ? this.#readSequence(pos, levels - 1) : undefined
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return readQuoted(this.#text, pos, this.#column)
    if (code === STAR) return this.#readAlias(pos)
    return code === AMPERSAND ? this.#readAnchored(pos, levels) : this.#readPlain(pos)
  }

  /** The members from `pos` on, and the brace that closes them. */
  #readMembers(pos: number, levels: number): InlineValue | undefined {
    const text = this.#text
    const object: JsonObject = {}
    let at = pos
    while (text.charCodeAt(at) !== CLOSE_BRACE) {
      if (at === -1) return undefined
      const pair = readPair(text, at)
      const member = pair === undefined ? this.#readMember(at, levels) : this.#readPairValue(pair, levels)
      if (member === undefined || Object.hasOwn(object, member.key)) return undefined
      object[member.key] = member.value
      at = member.next
    }
    return { value: object, end: at + 1 }
  }

  #readPairValue({ key, value, next }: Pair, levels: number): Member | undefined {
    if (this.#budget?.takeKey(key) === false) return undefined
    if (value !== undefined) return { key, value, next }
    const nested = levels > 0 ? this.#readMembers(next, levels - 1) : undefined
    return nested && { key, value: nested.value, next: this.#skipComma(nested.end, CLOSE_BRACE) }
  }

  #readMember(pos: number, levels: number): Member | undefined {
    const key = this.#readKey(pos)
    const value = key && this.#readMemberValue(key.end, levels)
    return key && value && { key: key.value, value: value.value, next: this.#skipComma(value.end, CLOSE_BRACE) }
  }

  /** What stands behind a key that ends at `pos`. */
  #readMemberValue(pos: number, levels: number): InlineValue | undefined {
    const text = this.#text
    const colon = skipSpaces(text, pos)
    if (text.charCodeAt(colon) !== COLON) return { value: null, end: pos }
    const at = this.#skip(colon + 1)
    const code = text.charCodeAt(at)
    return code === COMMA || code === CLOSE_BRACE ? { value: null, end: at } : this.read(at, levels)
  }

  #readKey(pos: number): { value: string; end: number } | undefined {
    const code = this.#text.charCodeAt(pos)
    const isQuoted = code === DOUBLE_QUOTE || code === SINGLE_QUOTE
    const key = isQuoted ? readQuoted(this.#text, pos, this.#column) : this.#readPlain(pos)
    if (key === undefined || typeof key.value !== 'string') return undefined
    const { value, end } = key
    const isOrdinary = value !== '__proto__' && value !== '<<' && end - pos <= LONGEST_KEY
    const isOnOneLine = !isQuoted || !this.#text.slice(pos, end).includes('\n')
    return isOrdinary && isOnOneLine && this.#budget?.takeKey(value) !== false ? { value, end } : undefined
  }

  #readSequence(pos: number, levels: number): InlineValue | undefined {
    const list: JsonValue[] = []
    let at = this.#skip(pos + 1)
    while (this.#text.charCodeAt(at) !== CLOSE_BRACKET) {
      const entry = this.read(at, levels)
      if (entry === undefined) return undefined
      list.push(entry.value)
      at = this.#skipComma(entry.end, CLOSE_BRACKET)
      if (at === -1) return undefined
    }
    return { value: list, end: at + 1 }
  }

  #readPlain(pos: number): InlineValue | undefined {
    PLAIN.lastIndex = pos
    // In an interpreter, a match costs more than a test.
    if (!PLAIN.test(this.#text)) return undefined
    const end = PLAIN.lastIndex
    const value = resolvePlain(this.#text.slice(pos, end))
    return value === REFUSED ? undefined : { value, end }
  }

  #readAlias(pos: number): InlineValue | undefined {
    const name = readName(this.#text, pos + 1)
    const value = name === undefined ? undefined : this.#anchors.take(name)
    return name === undefined || value === undefined ? undefined : { value, end: pos + 1 + name.length }
  }

  #readAnchored(pos: number, levels: number): InlineValue | undefined {
    const name = readName(this.#text, pos + 1)
    if (name === undefined) return undefined
    const at = skipSpaces(this.#text, pos + 1 + name.length)
    const code = this.#text.charCodeAt(at)
    if (code === AMPERSAND || code === STAR) return undefined
    this.#anchors.open(name)
    const node = this.read(at, levels)
    if (node !== undefined) this.#anchors.set(name, node.value)
    return node
  }

  /** The place after a comma, or of the bracket that closes; -1 when neither comes. */
  #skipComma(pos: number, close: number): number {
    const at = this.#skip(pos)
    const code = this.#text.charCodeAt(at)
    return code === COMMA ? this.#skip(at + 1) : code === close ? at : -1
  }

  /** Over white space, line breaks and comments; -1 when a line is not deeper than the block node. */
  #skip(pos: number): number {
    const text = this.#text
    let at = pos
    for (;;) {
      at = skipSpaces(text, at)
      const code = text.charCodeAt(at)
      const isComment = code === HASH && at > 0 && ' \n'.includes(text.charAt(at - 1))
      if (!isComment && !isLineEnd(text, at)) return at
      const line = nextLine(text, at)
      if (line >= text.length) return -1
      const content = skipSpaces(text, line)
      if (content - line <= this.#column && !isLineEnd(text, content)) return -1
      at = line
    }
  }
}
