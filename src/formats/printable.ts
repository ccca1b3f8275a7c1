import { isPrintableAscii } from '../resource-list/ascii.ts'

/** Text of the input on one line of a terminal: what would steer the terminal, or fake another line, is escaped. */
export function printable(text: string): string {
  if (isPrintableAscii(text)) return text
  // Controls, line and paragraph separators, invisible marks (the ones that turn the direction of writing among them),
  // and halves of characters. Written here, it is made when it is needed.
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (character) => {
    if (character === '\n') return '\\n'
    if (character === '\t') return '\\t'
    // As JSON writes them, in UTF-16: beyond the Basic Multilingual Plane a character is two of these.
    return character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join('')
  })
}
