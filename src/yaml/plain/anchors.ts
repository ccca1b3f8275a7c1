import type { JsonValue } from '../../json/json.ts'

/** What all aliases of a text may stand for together; where they stand for more, the full parser has its own bounds. */
const MOST_VALUES = 1_000
const MOST_CHARACTERS = 100_000

/** The values that anchors of a text name, as far as it is read. */
export class Anchors {
  readonly #values = new Map<string, JsonValue>()
  #valuesLeft = MOST_VALUES
  #charactersLeft = MOST_CHARACTERS

  set(name: string, value: JsonValue): void {
    this.#values.set(name, value)
  }

  /** From where an anchor stands to the end of its value, its name stands for nothing. */
  open(name: string): void {
    this.#values.delete(name)
  }

  /** What an alias stands for; undefined when that is not known, or too much. */
  take(name: string): JsonValue | undefined {
    const value = this.#values.get(name)
    return value !== undefined && this.#count(value) ? value : undefined
  }

  #count(value: JsonValue): boolean {
    this.#valuesLeft--
    if (typeof value === 'string') this.#charactersLeft -= value.length
    if (this.#valuesLeft < 0 || this.#charactersLeft < 0) return false
    if (typeof value !== 'object' || value === null) return true
    return Object.values(value).every((member) => member === undefined || this.#count(member))
  }
}
