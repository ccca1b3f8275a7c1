import { MOST_FIELDS } from '../../yaml/bounds.ts'
import { readKey, readString } from '../../yaml/plain/read-single-line.ts'
import { DASH, DOT, HASH } from '../../yaml/scan/char-codes.ts'
import { isLineEnd, nextLine, skipSpaces } from '../../yaml/scan/scan-line.ts'
import type { ItemHeader } from '../item.ts'
import type { ClosedCheck } from './check-closed.ts'
import { PER_LINE, type ShallowLines } from './shallow-lines.ts'

/** Where a block item stands, in the text and among its shallow lines. */
export interface ItemLines {
  readonly start: number
  readonly end: number
  /** The place of its first key; the line with it, and the first line that is not the item's own. */
  readonly firstKey: number
  readonly keyLine: number
  readonly nextIndex: number
}

const LETTER_A = 0x61
const LETTER_K = 0x6b

/** Finds `apiVersion` and `kind` among the keys of block items, which must be asked for in ascending order. */
export class HeaderReader {
  readonly #text: string
  readonly #lines: ShallowLines
  readonly #check: ClosedCheck
  /** By the text of an item's first two lines: most items of a large list are of a few kinds. */
  readonly #known = new Map<string, ItemHeader>()

  constructor(text: string, lines: ShallowLines, check: ClosedCheck) {
    this.#text = text
    this.#lines = lines
    this.#check = check
  }

  /** What is certainly the item's header; undefined when only a parser can tell. */
  read(item: ItemLines): ItemHeader | undefined {
    const { start, end, keyLine, nextIndex } = item
    const third = keyLine + 2 * PER_LINE
    const head = this.#endsAt(item, third) ? this.#text.slice(this.#lines[keyLine], this.#lines[third]) : ''
    const known = this.#known.get(head)
    if (known !== undefined && this.#holdsNoMore(item, third)) {
      return this.#check.isClosed(start, end) ? known : undefined
    }
    const scan = new HeaderScan(this.#text, item.firstKey - (this.#lines[keyLine] ?? 0), start, this.#check)
    scan.takeFirst(this.#lines[keyLine] ?? 0, item.firstKey)
    for (let index = keyLine + PER_LINE; index < nextIndex; index += PER_LINE) {
      scan.takeLine(this.#lines[index] ?? 0, this.#lines[index + 1] ?? 0, this.#lines[index + 2] ?? 0)
      const early = index + PER_LINE === third ? scan.header() : undefined
      if (early?.apiVersion !== undefined && early.kind !== undefined && head !== '' && this.#known.size < MOST_FIELDS)
        this.#known.set(head, early)
    }
    return this.#check.isClosed(start, end) ? scan.header() : undefined
  }

  /** Whether what stands above the line can not go on there. */
  #endsAt({ firstKey, keyLine, nextIndex }: ItemLines, index: number): boolean {
    if (index >= nextIndex) return false
    const code = this.#lines[index + 2] ?? -1
    const column = firstKey - (this.#lines[keyLine] ?? 0)
    return code !== -1 && code !== HASH && (this.#lines[index + 1] ?? 0) - (this.#lines[index] ?? 0) === column
  }

  /** Whether the keys from there on are ordinary words, and none of the two. */
  #holdsNoMore({ firstKey, keyLine, nextIndex }: ItemLines, from: number): boolean {
    const column = firstKey - (this.#lines[keyLine] ?? 0)
    for (let index = from; index < nextIndex; index += PER_LINE) {
      const code = this.#lines[index + 2] ?? 0
      const indent = (this.#lines[index + 1] ?? 0) - (this.#lines[index] ?? 0)
      if (indent > column || code === -1 || code === HASH) continue
      if (indent < column || code === LETTER_A || code === LETTER_K || !isOrdinary(code)) return false
    }
    return true
  }
}

class HeaderScan {
  readonly #text: string
  readonly #column: number
  readonly #start: number
  readonly #check: ClosedCheck
  #apiVersion: string | undefined
  #kind: string | undefined
  #isSure = true

  constructor(text: string, column: number, start: number, check: ClosedCheck) {
    this.#text = text
    this.#column = column
    this.#start = start
    this.#check = check
  }

  /** What was found so far; undefined when that is not certain. */
  header(): ItemHeader | undefined {
    return this.#isSure ? { apiVersion: this.#apiVersion, kind: this.#kind } : undefined
  }

  takeFirst(line: number, at: number): void {
    if (readKey(this.#text, at) === undefined) this.#isSure = false
    this.#takeKey(line, at)
  }

  /** A line below whose first character is at `at`. */
  takeLine(line: number, at: number, code: number): void {
    if (code === -1 || code === HASH || at - line > this.#column) return
    if (at - line === this.#column) this.#takeKey(line, at)
    else this.#isSure = false
  }

  #takeKey(line: number, at: number): void {
    // Regular expressions for the few keys only that need them: this runs for five lines of each of thousands of items.
    const text = this.#text
    if (text.startsWith('kind: ', at)) this.#kind = this.#take(this.#kind, line, at + 5)
    else if (text.startsWith('apiVersion: ', at)) this.#apiVersion = this.#take(this.#apiVersion, line, at + 11)
    else if (!isOrdinary(text.charCodeAt(at)) || text.startsWith('kind', at) || text.startsWith('apiVersion', at)) {
      this.#takeRareKey(line, at)
    }
  }

  #takeRareKey(line: number, at: number): void {
    const key = readKey(this.#text, at)
    if (key === undefined) this.#isSure = false
    else if (key.name === 'kind') this.#kind = this.#take(this.#kind, line, key.end)
    else if (key.name === 'apiVersion') this.#apiVersion = this.#take(this.#apiVersion, line, key.end)
  }

  #take(known: string | undefined, line: number, keyEnd: number): string | undefined {
    const value = readString(this.#text, keyEnd)
    if (known !== undefined || value === undefined || this.#goesOnBelow(keyEnd)) this.#isSure = false
    if (!this.#check.isClosed(this.#start, line)) this.#isSure = false
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
    return at - line > this.#column
  }
}

/** What begins words, and the entries of a list: these can neither be one of the two in disguise nor bring them in. */
function isOrdinary(code: number): boolean {
  const letter = code | 0x20
  return (letter >= LETTER_A && letter <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === DASH || code === DOT
}
