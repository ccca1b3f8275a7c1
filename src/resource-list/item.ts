import { InputError } from '../input-error.ts'
import { isJsonObject, type JsonObject, type JsonValue, type PathStep } from '../json/json.ts'
import { locate } from '../yaml/scan/locate.ts'
import type { Origin } from './origin.ts'
import type { Item, Needs, Source } from './resource-list.ts'

/** A part of a text. */
export interface Slice {
  readonly start: number
  readonly end: number
}

export function shift({ start, end }: Slice, by: number): Slice {
  return { start: start + by, end: end + by }
}

export interface ItemHeader {
  readonly apiVersion: string | undefined
  readonly kind: string | undefined
}

/** `value` is what the slice holds, an object or not; a problem's offset counts from the start of the whole text. */
export type ParsedItem = { ok: true; value: unknown } | { ok: false; message: string; offset: number }

type ParseItem = (text: string, slice: Slice) => ParsedItem

/** An item that is a slice of its source, parsed when first asked for its value. */
export class SourceItem implements Item {
  readonly source: Source
  readonly index: number
  readonly apiVersion: string | undefined
  readonly kind: string | undefined
  readonly within: readonly PathStep[] | undefined
  readonly #slice: Slice
  readonly #parse: ParseItem
  #value: JsonObject | undefined

  constructor(
    source: Source,
    index: number,
    header: ItemHeader,
    slice: Slice,
    parse: ParseItem,
    within?: readonly PathStep[],
  ) {
    this.source = source
    this.index = index
    this.apiVersion = header.apiVersion
    this.kind = header.kind
    this.within = within
    this.#slice = slice
    this.#parse = parse
  }

  get offset(): number {
    return this.#slice.start
  }

  get text(): string {
    const { start, end } = this.#slice
    return this.source.text.slice(start, end)
  }

  metadata(): JsonValue | undefined {
    return this.value().metadata
  }

  value(): JsonObject {
    this.#value ??= this.#read()
    return this.#value
  }

  #read(): JsonObject {
    const parsed = this.#parse(this.source.text, this.#slice)
    if (parsed.ok && isJsonObject(parsed.value)) return parsed.value
    const { message, offset } = parsed.ok ? { message: 'it must be an object', offset: this.offset } : parsed
    throw new InputError(`item ${this.index} (${locate(this.source.text, offset)}): ${message}`)
  }
}

/** An item whose value is known already. */
export function parsedItem(
  source: Source,
  index: number,
  value: JsonObject,
  slice: Slice,
  within?: readonly PathStep[],
): Item {
  return new SourceItem(source, index, headerOf(value), slice, () => ({ ok: true, value }), within)
}

/** An item that was made of what is written. */
export function builtItem(written: Item, origin: Origin): Item {
  const { source, index, text, offset, within } = written
  const { built } = origin
  const read = { metadata: () => built.metadata, value: () => built }
  return { source, index, ...headerOf(built), text, offset, within, origin, ...read }
}

/** Whether somebody will ask for the item's value. */
export function isNeeded(item: Item, needs: Needs, mention: string | undefined): boolean {
  return needs(item.apiVersion, item.kind) !== false || (mention !== undefined && item.text.includes(mention))
}

function headerOf({ apiVersion, kind }: JsonObject): ItemHeader {
  return {
    apiVersion: typeof apiVersion === 'string' ? apiVersion : undefined,
    kind: typeof kind === 'string' ? kind : undefined,
  }
}
