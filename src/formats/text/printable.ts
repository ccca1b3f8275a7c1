import { isPrintableAscii } from '../../yaml/scan/ascii.ts'

/** Text of the input on one line of a terminal, or of a log: nothing in it steers the one, or is obeyed by who reads the other. */
export function printable(text: string): string {
  return withoutCommands(visible(text), escapeAsJson)
}

/** What would steer a terminal, or fake another line, is escaped. */
export function visible(text: string): string {
  if (isPrintableAscii(text)) return text
  // Controls, line and paragraph separators, invisible marks (the ones that turn the direction of writing among them),
  // and halves of characters. Written here, it is made when it is needed.
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (character) => {
    if (character === '\n') return '\\n'
    if (character === '\t') return '\\t'
    return escapeAsJson(character)
  })
}

/**
 * Runners of CI obey what they find in a log: GitHub's, and those that took after it, a line that begins with `::`, and
 * `##[…]` anywhere; Azure's `##vso[…]`, and TeamCity `##teamcity[…]`. Of each, a character is escaped.
 */
export function withoutCommands(line: string, escaped: (character: string) => string): string {
  // Hardly any line has one.
  const begins = line.includes('::') ? line.replace(/^(\s*):(?=:)/, (_, blanks) => blanks + escaped(':')) : line
  return begins.includes('##') ? begins.replace(hashOfCommand(), escaped) : begins
}

/** The second character of what is a command wherever it stands. */
export function hashOfCommand(): RegExp {
  return /(?<=#)#(?=\w*\[)/g
}

/** As JSON writes it, in UTF-16: beyond the Basic Multilingual Plane a character is two of these. */
export function escapeAsJson(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}
