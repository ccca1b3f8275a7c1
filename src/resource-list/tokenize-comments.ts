import { type CST, Lexer, Parser } from 'yaml'

/** Marks between lexemes that stand for no text. */
const MARKS = new Set(['\u0002', '\u0018', '\u001f'])
const TIGHT_COMMENT = /^ *#[^\s]/m

/**
 * The tokens of a stream. `yaml` 2.9 takes a comment line whose first character comes directly after the `#` for an end of
 * the indentation above, and then lets a scalar below it go on over the lines of others: its lexer is shown a blank there.
 */
export function* tokenizeComments(text: string): Generator<CST.Token> {
  const parser = new Parser()
  if (!TIGHT_COMMENT.test(text)) {
    yield* parser.parse(text)
    return
  }
  let at = 0
  for (const lexeme of new Lexer().lex(loosenComments(text))) {
    if (MARKS.has(lexeme)) {
      yield* parser.next(lexeme)
      continue
    }
    yield* parser.next(text.slice(at, at + lexeme.length))
    at += lexeme.length
  }
  yield* parser.end()
}

/** The text with a blank behind the `#` of each comment that is alone on its line, as long as before. */
function loosenComments(text: string): string {
  const pieces: string[] = []
  let at = 0
  let done = 0
  let isLineStart = true
  for (const lexeme of new Lexer().lex(text)) {
    if (MARKS.has(lexeme)) continue
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
