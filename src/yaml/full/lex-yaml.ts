import { Lexer } from 'yaml'

/** Marks between lexemes, which stand for no text. */
const MARKS = new Set(['\u0002', '\u0018', '\u001f'])
const TIGHT_COMMENT = /^ *#[^\s]/m

/** Whether a lexeme is a word or a sign: neither white space nor the lexer's mark before a word. */
export function isWord(lexeme: string): boolean {
  return !' \t\r\x1f\x02'.includes(lexeme.charAt(0))
}

/**
 * The lexemes of a stream, of which no more words are looked at than somebody will read. `yaml` 2.9 takes a comment line
 * whose first character comes directly after the `#` for an end of the indentation above, and then lets a scalar below it
 * go on over the lines of others: its lexer is shown a blank there.
 */
export function* lexYaml(text: string, mostWords: number): Generator<string> {
  if (!TIGHT_COMMENT.test(text)) {
    yield* new Lexer().lex(text)
    return
  }
  let at = 0
  for (const lexeme of new Lexer().lex(loosenComments(text, mostWords))) {
    if (MARKS.has(lexeme)) {
      yield lexeme
      continue
    }
    yield text.slice(at, at + lexeme.length)
    at += lexeme.length
  }
}

/** The text with a blank behind the `#` of each comment that is alone on its line, as long as before. */
function loosenComments(text: string, mostWords: number): string {
  const pieces: string[] = []
  let at = 0
  let done = 0
  let words = 0
  let isLineStart = true
  for (const lexeme of new Lexer().lex(text)) {
    if (MARKS.has(lexeme)) continue
    if (isWord(lexeme) && ++words > mostWords) break
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
