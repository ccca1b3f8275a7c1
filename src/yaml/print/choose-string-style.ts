import { beginsWord, isPrintableAscii } from '../scan/ascii.ts'

/** Booleans and nulls of YAML 1.1, and what a reader of it can take for a number without its digits. */
const WORDS: ReadonlySet<string> = new Set(['y', 'n', 'yes', 'no', 'true', 'false', 'on', 'off', 'null'])
const EXPONENT = /^[eE][-+]?[0-9]+$/
/** Kubernetes' binary quantities, such as 30Gi. */
const QUANTITY = /^[0-9]+[KMGTPE]i$/
/** What all readers take as it stands inside a block scalar. */
const PRINTABLE = /^[\t\n\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u
/** What some readers refuse or take for a line break or a byte order mark. */
const UNSAFE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g

/** The style in which YAML 1.1 and YAML 1.2 readers see the same string. */
export function chooseStringStyle(text: string, literal: boolean): 'PLAIN' | 'QUOTE_DOUBLE' | 'BLOCK_LITERAL' {
  if (isPlain(text) ? !isWord(text) : QUANTITY.test(text)) return 'PLAIN'
  return literal && isLines(text) && PRINTABLE.test(text) ? 'BLOCK_LITERAL' : 'QUOTE_DOUBLE'
}

/**
 * Printable ASCII that begins with a letter, `_` or `/`: no indicator, number, date or time in any version of YAML.
 * No `: `, no ` #`, no two spaces, none at the end.
 */
function isPlain(text: string): boolean {
  if (!beginsWord(text) || !isPrintableAscii(text) || text.endsWith(' ') || text.endsWith(':')) return false
  return !text.includes(': ') && !text.includes(' #') && !text.includes('  ')
}

/** Several lines that begin and end with a character, but for one line feed at the end: no indicator is needed. */
function isLines(text: string): boolean {
  const last = text.endsWith('\n') ? text.length - 2 : text.length - 1
  const lineFeed = text.indexOf('\n')
  return lineFeed > 0 && lineFeed < last && /\S/.test(text.charAt(0)) && /\S/.test(text.charAt(last))
}

function isWord(text: string): boolean {
  if (text.length <= 5 && WORDS.has(text.toLowerCase())) return true
  return 'eE'.includes(text.charAt(0)) && EXPONENT.test(text)
}

/** Escapes what JSON leaves as it is inside double quotes and go-yaml does not. */
export function escapeForOldReaders(quoted: string): string {
  if (isPrintableAscii(quoted)) return quoted
  return quoted.replace(UNSAFE, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
