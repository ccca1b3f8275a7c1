/**
 * A reader for what machines print: block style, with scalars on one line. It refuses whatever it is not sure of, and the
 * full parser reads that. In an interpreter the full parser takes most of a run's time, a millisecond for a slim Node.
 */

import { remembered } from '../../devices/remembered.ts'
import type { JsonObject, JsonValue } from '../../json/json.ts'
import type { Fields } from '../fields.ts'
import type { ParseBudget } from '../parse-budget.ts'
import { skipLinesThatBeginWith } from '../scan/scan-line.ts'
import { BELOW, EMPTY_LIST, EMPTY_OBJECT, type PlainLine, readPlainLine } from './read-plain-line.ts'
import { REFUSED } from './read-plain-scalar.ts'

const DEEPEST = 60
/** What a line says by itself. */
const lineOf = remembered(readPlainLine)
const END: PlainLine = { column: -1, entry: undefined, key: undefined, value: BELOW }

type Read = JsonValue | typeof REFUSED

export class PlainYamlReader {
  #text = ''
  /** Start of the line after the one at hand. */
  #next = 0
  #line = END
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
    this.#advance()
    if (this.#line === END) return undefined
    const value = this.#readNode(fields, 0)
    return value === REFUSED || this.#line !== END ? undefined : value
  }

  /** Goes to the next line that has content. */
  #advance(): void {
    const text = this.#text
    while (this.#next < text.length) {
      const newLine = text.indexOf('\n', this.#next)
      const end = newLine < 0 ? text.length : newLine
      const line = lineOf(text.slice(this.#next, end))
      this.#next = end + 1
      if (line.column < 0) continue
      this.#line = line
      return
    }
    this.#line = END
  }

  #readNode(fields: Fields, depth: number): Read {
    if (depth > DEEPEST) return REFUSED
    return this.#line.entry === undefined ? this.#readMapping(fields, depth) : this.#readSequence(fields, depth)
  }

  #readSequence(fields: Fields, depth: number): Read {
    const { column } = this.#line
    const list: JsonValue[] = []
    while (this.#line.column === column && this.#line.entry !== undefined) {
      this.#line = this.#line.entry
      const isNode = this.#line.entry !== undefined || this.#line.key !== undefined
      const value = isNode ? this.#readNode(fields, depth + 1) : this.#readValue(column)
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
      const { key, value } = this.#line
      if (key === undefined) return REFUSED
      const wanted = fields === true ? true : fields.get(key)
      if (wanted === undefined) {
        this.#skip(column)
        continue
      }
      if (fields === true && this.#budget?.takeKey(key) === false) return REFUSED
      if (Object.hasOwn(object, key)) return REFUSED
      const read = value === BELOW ? this.#readBelow(wanted, column, depth) : this.#readValue(column)
      if (read === REFUSED) return REFUSED
      object[key] = read
    }
    return this.#line.column > column ? REFUSED : object
  }

  /** The value of a key that has nothing on its line: deeper lines, a list at the key's own column, or null. */
  #readBelow(fields: Fields, column: number, depth: number): Read {
    this.#advance()
    return this.#line.column > column || this.#isEntryAt(column) ? this.#readNode(fields, depth + 1) : null
  }

  /** A value to the end of the line; a deeper line behind it would be a part of it. */
  #readValue(column: number): Read {
    const { value } = this.#line
    this.#advance()
    if (this.#line.column > column || value === BELOW) return REFUSED
    return value === EMPTY_OBJECT ? {} : value === EMPTY_LIST ? [] : value
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
