import { DASH, DOT } from './char-codes.ts'
import type { ClosedCheck } from './check-closed.ts'
import type { ItemHeader } from './item.ts'
import { readKey, readString } from './read-single-line.ts'
import { isLineEnd, nextLine, skipSpaces } from './scan-line.ts'

/** Finds `apiVersion` and `kind` among the keys of a block item, given its lines one after the other. */
export class HeaderScan {
  /** What a line begins with that is deeper than the item's own keys. */
  readonly deeper: string
  readonly column: number
  readonly #text: string
  readonly #start: number
  readonly #check: ClosedCheck
  readonly #firstDoubt: number
  #apiVersion: string | undefined
  #kind: string | undefined
  #isSure: boolean

  /** The item begins at `start`; `first` is the place of its first key, in the line at `line`. */
  constructor(text: string, start: number, line: number, first: number, check: ClosedCheck) {
    this.column = first - line
    this.deeper = ' '.repeat(this.column + 1)
    this.#text = text
    this.#start = start
    this.#check = check
    this.#firstDoubt = check.firstDoubt(start)
    this.#isSure = text.startsWith('apiVersion: ', first) || readKey(text, first) !== undefined
    this.takeKey(line, first)
  }

  /** A line below that has its first character at `at`, the column of the item's keys. */
  takeKey(line: number, at: number): void {
    // Regular expressions for the few keys only that need them: this runs for five lines of each of thousands of items.
    const text = this.#text
    if (text.startsWith('kind: ', at)) this.#kind = this.#take(this.#kind, line, at + 5)
    else if (text.startsWith('apiVersion: ', at)) this.#apiVersion = this.#take(this.#apiVersion, line, at + 11)
    else if (!isOrdinary(text.charCodeAt(at)) || text.startsWith('kind', at) || text.startsWith('apiVersion', at)) {
      this.#takeRareKey(line, at)
    }
  }

  doubt(): void {
    this.#isSure = false
  }

  /** What was found in an item that ends at `end`; undefined when that is not certain. */
  finish(end: number): ItemHeader | undefined {
    if (this.#firstDoubt < end && !this.#check.isClosed(this.#start, end)) this.doubt()
    return this.#isSure ? { apiVersion: this.#apiVersion, kind: this.#kind } : undefined
  }

  #takeRareKey(line: number, at: number): void {
    const key = readKey(this.#text, at)
    if (key === undefined) this.doubt()
    else if (key.name === 'kind') this.#kind = this.#take(this.#kind, line, key.end)
    else if (key.name === 'apiVersion') this.#apiVersion = this.#take(this.#apiVersion, line, key.end)
  }

  #take(known: string | undefined, line: number, keyEnd: number): string | undefined {
    const value = readString(this.#text, keyEnd)
    if (known !== undefined || value === undefined || this.#goesOnBelow(keyEnd)) this.doubt()
    if (this.#firstDoubt < line && !this.#check.isClosed(this.#start, line)) this.doubt()
    return value
  }

  /** Whether a deeper line comes next: a plain scalar could go on there. */
  #goesOnBelow(pos: number): boolean {
    let line = nextLine(this.#text, pos)
    let at = skipSpaces(this.#text, line)
    while (at < this.#text.length && isLineEnd(this.#text, at)) {
      line = nextLine(this.#text, at)
      at = skipSpaces(this.#text, line)
    }
    return at - line > this.column
  }
}

/** What begins words, and the entries of a list: these can neither be one of the two in disguise nor bring them in. */
function isOrdinary(code: number): boolean {
  const letter = code | 0x20
  return (letter >= 0x61 && letter <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === DASH || code === DOT
}
