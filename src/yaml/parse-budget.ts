import { MOST_KEYS, mostWords } from './bounds.ts'

/** What each text costs by itself, in words. */
const WORDS_OF_A_TEXT = 5

/** What was read of the texts of one list together, and may still be. */
export class ParseBudget {
  #words = 0
  #characters = 0
  readonly #keys = new Set<string>()
  #hasTooManyKeys = false

  /** Whether a key was refused: then no other way of reading need be tried. */
  get hasTooManyKeys(): boolean {
    return this.#hasTooManyKeys
  }

  /** Whether the full parser may read so many words in the next text, of which it has read so much. */
  allowsWords(words: number, charactersRead: number): boolean {
    return this.#words + words <= mostWords(this.#characters + charactersRead)
  }

  takeText(words: number, characters: number): void {
    this.#words += words + WORDS_OF_A_TEXT
    this.#characters += characters
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
