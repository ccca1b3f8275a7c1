/**
 * A reader for what manifests are written in: block style, with scalars and flow collections as its values, comments,
 * anchors and aliases. It refuses whatever it is not sure of, and the full parser reads that. In an interpreter the full
 * parser takes most of a run's time, a millisecond for a slim Node.
 */

import { remembered } from '../../devices/remembered.ts'
import type { JsonObject, JsonValue } from '../../json/json.ts'
import type { Fields } from '../fields.ts'
import type { ParseBudget } from '../parse-budget.ts'
import { AMPERSAND, HASH, STAR } from '../scan/char-codes.ts'
import { isLineEnd, nextContent, nextLine, skipLinesThatBeginWith, skipSpaces } from '../scan/scan-line.ts'
import { Anchors } from './anchors.ts'
import { readName } from './read-flow.ts'
import { BELOW, EMPTY_LIST, EMPTY_OBJECT, type PlainLine, readPlainLine } from './read-plain-line.ts'
import { REFUSED } from './read-plain-scalar.ts'
import { readValue } from './read-value.ts'

const DEEPEST = 60
/** What a line says by itself. */
const lineOf = remembered(readPlainLine)
const END: PlainLine = { column: -1, entry: undefined, key: undefined, value: BELOW, valueColumn: -1 }

type Read = JsonValue | typeof REFUSED

/** Whose value is read: of a member, a list may stand at the column of its key. */
type Place = typeof MEMBER | typeof ENTRY
const MEMBER = 1
const ENTRY = 2

export class PlainYamlReader {
  #text = ''
  /** Start of the line at hand, and of the one after it. */
  #start = 0
  #next = 0
  #line = END
  #anchors = new Anchors()
  readonly #budget: ParseBudget | undefined

  constructor(budget?: ParseBudget) {
    this.#budget = budget
  }

  /**
   * The value of a text that is one document of that kind; undefined when it is not certainly one. Of mappings, the
   * fields alone; other members are skipped over, whatever they hold.
   */
  read(text: string, fields: Fields = true): JsonValue | undefined {
    this.#text = text
    this.#next = 0
    this.#anchors = new Anchors()
    this.#advance()
    const { entry, key } = this.#line
    if (entry === undefined && key === undefined) return undefined
    const value = this.#readNode(fields, -1, 0)
    return value === REFUSED || this.#line !== END ? undefined : value
  }

  /** Goes to the next line that has content. */
  #advance(): void {
    const text = this.#text
    while (this.#next < text.length) {
      const newLine = text.indexOf('\n', this.#next)
      const end = newLine < 0 ? text.length : newLine
      this.#start = this.#next
      const line = lineOf(text.slice(this.#next, end))
      this.#next = end + 1
      if (line.column < 0) continue
      this.#line = line
      return
    }
    this.#line = END
  }

  /** The node at hand, below the node at that column. */
  #readNode(fields: Fields, column: number, depth: number): Read {
    if (depth > DEEPEST) return REFUSED
    if (this.#line.entry !== undefined) return this.#readSequence(fields, depth)
    return this.#line.key === undefined
      ? this.#readValue(fields, column, depth, ENTRY)
      : this.#readMapping(fields, depth)
  }

  #readSequence(fields: Fields, depth: number): Read {
    const { column } = this.#line
    const list: JsonValue[] = []
    while (this.#line.column === column && this.#line.entry !== undefined) {
      this.#line = this.#line.entry
      const isNode = this.#line.entry !== undefined || this.#line.key !== undefined
      const value = isNode ? this.#readNode(fields, column, depth + 1) : this.#readValue(fields, column, depth, ENTRY)
      if (value === REFUSED) return REFUSED
      list.push(value)
    }
    // Deeper than the list, or an entry of it that is none.
    return this.#line.column > column ? REFUSED : list
  }

  #readMapping(fields: Fields, depth: number): Read {
    const { column } = this.#line
    const object: JsonObject = {}
    while (this.#line.column === column && this.#line.entry === undefined) {
      const { key } = this.#line
      if (key === undefined) return REFUSED
      const wanted = fields === true ? true : fields.get(key)
      if (wanted === undefined) {
        this.#skip(column)
        continue
      }
      if (fields === true && this.#budget?.takeKey(key) === false) return REFUSED
      if (Object.hasOwn(object, key)) return REFUSED
      const read = this.#readValue(wanted, column, depth, MEMBER)
      if (read === REFUSED) return REFUSED
      object[key] = read
    }
    return this.#line.column > column ? REFUSED : object
  }

  /** The value of the line at hand, with the lines on which it goes on. */
  #readValue(fields: Fields, column: number, depth: number, place: Place): Read {
    const { value, valueColumn } = this.#line
    if (value === BELOW) return this.#readBelow(fields, column, depth, place)
    const start = this.#start + valueColumn
    if (value === REFUSED) return this.#readRest(start, fields, column, depth, place)
    this.#advance()
    // What is deeper can only be more of a plain scalar.
    if (this.#line.column > column) return this.#readRest(start, fields, column, depth, place)
    return value === EMPTY_OBJECT ? {} : value === EMPTY_LIST ? [] : value
  }

  /** What has nothing on its line: deeper lines, for a member a list at its own column too, or null. */
  #readBelow(fields: Fields, column: number, depth: number, place: Place): Read {
    this.#advance()
    const isThere = this.#line.column > column || (place === MEMBER && this.#isEntryAt(column))
    return isThere ? this.#readNode(fields, column, depth + 1) : null
  }

  /** A value that a line alone does not tell. */
  #readRest(pos: number, fields: Fields, column: number, depth: number, place: Place): Read {
    const text = this.#text
    const code = text.charCodeAt(pos)
    if (code === HASH || isLineEnd(text, pos)) return this.#readBelow(fields, column, depth, place)
    if (code === AMPERSAND) return this.#readAnchored(pos, fields, column, depth, place)
    const levels = DEEPEST - depth
    const read = readValue(text, pos, column, { anchors: this.#anchors, budget: this.#budget, levels })
    if (read === undefined) return REFUSED
    this.#next = read.next
    this.#advance()
    return this.#line.column > column ? REFUSED : read.value
  }

  #readAnchored(pos: number, fields: Fields, column: number, depth: number, place: Place): Read {
    const text = this.#text
    const name = readName(text, pos + 1)
    if (name === undefined) return REFUSED
    const at = skipSpaces(text, pos + 1 + name.length)
    const isBelow = isLineEnd(text, at) || text.charCodeAt(at) === HASH
    const first = text.charCodeAt(isBelow ? skipSpaces(text, nextContent(text, nextLine(text, at))) : at)
    if (first === AMPERSAND || first === STAR) return REFUSED
    this.#anchors.open(name)
    const value = this.#readRest(at, fields, column, depth, place)
    if (value !== REFUSED) this.#anchors.set(name, value)
    return value
  }

  /** Goes to the line after all that belongs to the key at hand. */
  #skip(column: number): void {
    const deeper = ' '.repeat(column + 1)
    do {
      this.#next = skipLinesThatBeginWith(this.#text, this.#next, deeper)
      this.#advance()
    } while (this.#line.column > column || this.#isEntryAt(column))
  }

  #isEntryAt(column: number): boolean {
    return this.#line.column === column && this.#line.entry !== undefined
  }
}
