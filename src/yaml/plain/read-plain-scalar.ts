import { isKubernetesBoolean } from '../kubernetes-booleans.ts'
import { beginsWord, isPrintableAscii } from '../scan/ascii.ts'

/** Told apart from every value that YAML can hold. */
export const REFUSED = Symbol('refused')

export type PlainValue = null | boolean | number | string

const DOUBLE_QUOTED = /^"[ !#-[\]-~]*"$/
const SINGLE_QUOTED = /^'[ -&(-~]*'$/
/** What YAML 1.2's core schema takes for a number, but for infinities. */
const NUMBER = /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0x[0-9A-Fa-f]+|0o[0-7]+)$/
const NO_JSON_NUMBER = /^[-+]?\.(?:inf|nan)$/i
/** `010`, `0b11`, `-0`, `1_000`: maybe another number to Kubernetes, or a number to it alone. */
const MAY_DIFFER = /^(?:0[0-9bBOX]|[-+]0|[-+]?[0-9][^ ]*_)/
const WORDS: ReadonlyMap<string, null | boolean> = new Map<string, null | boolean>([
  ['~', null],
  ['null', null],
  ['Null', null],
  ['NULL', null],
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
])

const LONGEST_WORD = 5

/** Whether a word may be a null or a boolean, in any mixture of cases. */
export function isNullOrBoolean(word: string): boolean {
  return word.length <= LONGEST_WORD && WORDS.has(word.toLowerCase())
}

/** The value of a scalar that stands on one line, as machines print them; `REFUSED` for what is not certainly one. */
export function readPlainScalar(text: string): PlainValue | typeof REFUSED {
  const first = text.charCodeAt(0)
  if (first === 0x22) return DOUBLE_QUOTED.test(text) ? text.slice(1, -1) : REFUSED
  if (first === 0x27) return SINGLE_QUOTED.test(text) ? text.slice(1, -1) : REFUSED
  const isDigit = first >= 0x30 && first <= 0x39
  // Plain text ends at `: ` and ` #`, and what starts with a sign or a dot may be a number.
  if (!(isDigit || beginsWord(text)) || !isPrintableAscii(text)) return REFUSED
  if (text.includes(': ') || text.includes(' #')) return REFUSED
  const last = text.charCodeAt(text.length - 1)
  if (last === 0x20 || last === 0x3a) return REFUSED
  return resolvePlain(text)
}

/** What a plain scalar of one line means, of which it is known that it is one. */
export function resolvePlain(text: string): PlainValue | typeof REFUSED {
  if (text.length <= LONGEST_WORD) {
    const word = WORDS.get(text)
    if (word !== undefined) return word
    if (isKubernetesBoolean(text)) return REFUSED
  }
  // Most begin with a letter, and no number does.
  if (beginsWord(text)) return text
  const number = Number(text)
  if (Number.isSafeInteger(number) && String(number) === text) return number
  if (MAY_DIFFER.test(text)) return REFUSED
  if (NUMBER.test(text)) return Number.isFinite(number) ? number : REFUSED
  return NO_JSON_NUMBER.test(text) ? REFUSED : text
}
