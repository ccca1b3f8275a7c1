import { MOST_KEYS, MOST_WORDS, mostWordsTogether } from './bounds.ts'
import { notYaml } from '../resource-list/check-list.ts'

/** What may still be read of the texts of one list together. */
export class ParseBudget {
  #words: number
  readonly #keys = new Set<string>()
  #hasTooManyKeys = false

  constructor(length: number) {
    this.#words = mostWordsTogether(length)
  }

  /** What the full parser may read of the next text. */
  get words(): number {
    return Math.min(MOST_WORDS, this.#words)
  }

  /** Whether a key was refused: then no other way of reading need be tried. */
  get hasTooManyKeys(): boolean {
    return this.#hasTooManyKeys
  }

  takeWords(words: number): void {
    this.#words -= words
  }

  /** Whether a mapping may have that key: one that there was already, or one of the first so many. */
  takeKey(key: string): boolean {
    if (this.#keys.has(key)) return true
    if (this.#keys.size >= MOST_KEYS) {
      this.#hasTooManyKeys = true
      return false
    }
    this.#keys.add(key)
    return true
  }
}

export const TOO_MANY_KEYS = `there must not be more than ${MOST_KEYS} different keys in all that is read`

/** Why a list is refused whose keys were too many; undefined when they were not. */
export function refuseKeys(
  text: string,
  offset: number,
  budget: ParseBudget,
): { ok: false; message: string } | undefined {
  if (!budget.hasTooManyKeys) return undefined
  return { ok: false, message: notYaml('the input', text, { message: TOO_MANY_KEYS, offset }) }
}
