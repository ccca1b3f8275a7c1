import { isJsonObject, type JsonObject } from '../json/json.ts'
import { InputError } from '../yaml/input-error.ts'
import { locate } from '../yaml/scan/locate.ts'
import type { Item, Needs } from './resource-list.ts'

/** A slice of the input. */
export interface Slice {
  readonly text: string
  readonly start: number
  readonly end: number
}

export interface ItemHeader {
  readonly apiVersion: string | undefined
  readonly kind: string | undefined
}

/** `value` is what the slice holds, an object or not; a problem's offset counts from the start of the whole text. */
export type ParsedItem = { ok: true; value: unknown } | { ok: false; message: string; offset: number }

/** An item that is a slice of the input, parsed when first asked for its value. */
export class SourceItem implements Item {
  readonly index: number
  readonly apiVersion: string | undefined
  readonly kind: string | undefined
  readonly #slice: Slice
  readonly #parse: (slice: Slice) => ParsedItem
  #value: JsonObject | undefined

  constructor(index: number, header: ItemHeader, slice: Slice, parse: (slice: Slice) => ParsedItem) {
    this.index = index
    this.apiVersion = header.apiVersion
    this.kind = header.kind
    this.#slice = slice
    this.#parse = parse
  }

  get offset(): number {
    return this.#slice.start
  }

  get text(): string {
    const { text, start, end } = this.#slice
    return text.slice(start, end)
  }

  value(): JsonObject {
    this.#value ??= this.#read()
    return this.#value
  }

  #read(): JsonObject {
    const parsed = this.#parse(this.#slice)
    if (parsed.ok && isJsonObject(parsed.value)) return parsed.value
    const { message, offset } = parsed.ok ? { message: 'it must be an object', offset: this.offset } : parsed
    throw new InputError(`item ${this.index} (${locate(this.#slice.text, offset)}): ${message}`)
  }
}

/** An item whose value is known already. */
export function parsedItem(index: number, value: JsonObject, slice: Slice): Item {
  return new SourceItem(index, headerOf(value), slice, () => ({ ok: true, value }))
}

/** The item at that index, with another value, which is made when first asked for. */
export function withValue(item: Item, index: number, make: () => JsonObject): Item {
  let value: JsonObject | undefined
  const { apiVersion, kind } = item
  return {
    index,
    apiVersion,
    kind,
    get text() {
      return item.text
    },
    get offset() {
      return item.offset
    },
    value: () => {
      value ??= make()
      return value
    },
  }
}

/** Whether somebody will ask for the item's value. */
export function isNeeded(item: Item, needs: Needs, mention: string | undefined): boolean {
  return needs(item.apiVersion, item.kind) !== false || (mention !== undefined && item.text.includes(mention))
}

export function headerOf({ apiVersion, kind }: JsonObject): ItemHeader {
  return {
    apiVersion: typeof apiVersion === 'string' ? apiVersion : undefined,
    kind: typeof kind === 'string' ? kind : undefined,
  }
}
