/**
 * How much of an input is read. A few hundred thousand characters can be made to stand for gigabytes, or to keep a parser
 * busy for minutes: what a pull request brings must not do that to whoever renders it. No object that a cluster takes
 * comes near any of these: the API server stores no more than a megabyte and a half of one.
 */

/** Levels of lists and mappings; recursion in any engine gets this far. */
export const DEEPEST = 256

/**
 * What the full parser reads, in words and signs: so many, and one more for each four characters that it has read. What
 * people and tools write has a word or a sign in five or six characters; the engine that needs two seconds for forty thousand
 * is spared what has nothing else.
 */
export function mostWords(charactersRead: number): number {
  return 30_000 + Math.floor(charactersRead / 4)
}

/**
 * Different keys of mappings, in all that the function reads of a list. QuickJS' tables of names and maps have a hash
 * function without a seed: whoever wants to can make them as slow as lists.
 */
export const MOST_KEYS = 4_000

/** Fields of a list itself, and headers of items that are remembered: for the same reason. */
export const MOST_FIELDS = 1_000

/** Items of a list in JSON: below that, they are counted as words. */
export function mostJsonItems(length: number): number {
  return Math.max(20_000, Math.floor(length / 8))
}

/** Characters of a value that a message repeats. */
export const LONGEST_QUOTE = 200

/** Values and characters that all aliases of one document may stand for together. */
export const MOST_COPIED_VALUES = 20_000
export const MOST_COPIED_CHARACTERS = 1_000_000
