import { beginsWord, isPrintableAscii } from '../scan/ascii.ts'

/** Told apart from every value that YAML can hold. */
export const REFUSED = Symbol('refused')

const DOUBLE_QUOTED = /^"[ !#-[\]-~]*"$/
const SINGLE_QUOTED = /^'[ -&(-~]*'$/
/** What YAML 1.2's core schema takes for a number, but for infinities. */
const NUMBER = /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0x[0-9A-Fa-f]+|0o[0-7]+)$/
const NO_JSON_NUMBER = /^[-+]?\.(?:inf|nan)$/i
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

/** Whether a word may be a null or a boolean, in any mixture of cases. */
export function isNullOrBoolean(word: string): boolean {
  return word.length <= 5 && WORDS.has(word.toLowerCase())
}

/** The value of a scalar that stands on one line, as machines print them; `REFUSED` for what is not certainly one. */
export function readPlainScalar(text: string): null | boolean | number | string | typeof REFUSED {
  const first = text.charCodeAt(0)
  if (first === 0x22) return DOUBLE_QUOTED.test(text) ? text.slice(1, -1) : REFUSED
  if (first === 0x27) return SINGLE_QUOTED.test(text) ? text.slice(1, -1) : REFUSED
  const isDigit = first >= 0x30 && first <= 0x39
  // Plain text ends at `: ` and ` #`, and what starts with a sign or a dot may be a number.
  if (!(isDigit || beginsWord(text)) || !isPrintableAscii(text)) return REFUSED
  if (text.includes(': ') || text.includes(' #')) return REFUSED
  const last = text.charCodeAt(text.length - 1)
  if (last === 0x20 || last === 0x3a) return REFUSED
  if (isDigit) return resolvePlain(text)
  const word = WORDS.get(text)
  return word === undefined ? text : word
}

/** What a plain scalar of one line means, of which it is known that it is one. */
export function resolvePlain(text: string): null | boolean | number | string | typeof REFUSED {
  const number = Number(text)
  if (Number.isSafeInteger(number) && String(number) === text) return number
  if (NUMBER.test(text)) return number
  if (NO_JSON_NUMBER.test(text)) return REFUSED
  const word = WORDS.get(text)
  return word === undefined ? text : word
}
