import type { JsonValue } from '../../json/json.ts'

/** A value that ends somewhere in a line, and the offset after it. */
export interface InlineValue {
  readonly value: JsonValue
  readonly end: number
}

/** A value that has the rest of its last line, and where the next one begins. */
export interface BlockValue {
  readonly value: JsonValue
  readonly next: number
}
