import { Lexer } from 'yaml'

/** Marks between lexemes, which stand for no text. */
const MARKS = new Set(['\u0002', '\u0018', '\u001f'])
const TIGHT_COMMENT = /^ *#[^\s]/m

/** How many words and signs a lexeme counts for: a scalar of many lines costs as much as the same number of words. */
export function wordsIn(lexeme: string): number {
  if (lexeme.length > 2 && lexeme.includes('\n')) return lexeme.split('\n').length
  // White space, and the lexer's mark before a word.
  return ' \t\r\x1f\x02'.includes(lexeme.charAt(0)) ? 0 : 1
}

/** Whether so many words may be read in the first so many characters. */
type MayRead = (words: number, characters: number) => boolean

/**
 * The lexemes of a stream, no further than they may be read. `yaml` 2.9 takes a comment line
 * whose first character comes directly after the `#` for an end of the indentation above, and then lets a scalar below it
 * go on over the lines of others: its lexer is shown a blank there.
 */
export function* lexYaml(text: string, mayRead: MayRead): Generator<string> {
  if (!TIGHT_COMMENT.test(text)) {
    yield* new Lexer().lex(text)
    return
  }
  let at = 0
  for (const lexeme of new Lexer().lex(loosenComments(text, mayRead))) {
    if (MARKS.has(lexeme)) {
      yield lexeme
      continue
    }
    yield text.slice(at, at + lexeme.length)
    at += lexeme.length
  }
}

/** The text with a blank behind the `#` of each comment that is alone on its line, as long as before. */
function loosenComments(text: string, mayRead: MayRead): string {
  const pieces: string[] = []
  let at = 0
  let done = 0
  let words = 0
  let isLineStart = true
  for (const lexeme of new Lexer().lex(text)) {
    if (MARKS.has(lexeme)) continue
    words += wordsIn(lexeme)
    if (!mayRead(words, at)) break
    if (isLineStart && lexeme.startsWith('#') && lexeme.length > 1) {
      pieces.push(text.slice(done, at + 1), ' ')
      done = at + 2
    }
    if (lexeme.endsWith('\n')) isLineStart = true
    else if (lexeme.trim() !== '') isLineStart = false
    at += lexeme.length
  }
  return pieces.join('') + text.slice(done)
}
