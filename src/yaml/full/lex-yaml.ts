import { Lexer } from 'yaml'

/** The lexer's marks before a scalar, before a document, and behind a part of a flow collection; they stand for no text. */
const SCALAR = '\u001f'
const MARKS = ['\u0002', '\u0018', SCALAR]
const DEPTH = 'indentNext'

/** How many words and signs a lexeme counts for: a scalar of many lines costs as much as the same number of words. */
export function wordsIn(lexeme: string): number {
  if (lexeme.length > 2 && lexeme.includes('\n')) return lexeme.split('\n').length
  // White space, and the lexer's marks before a word and a document.
  return ' \t\r\x1f\x02'.includes(lexeme.charAt(0)) ? 0 : 1
}

/**
 * The lexemes of a stream. The lexer of `yaml` 2.9 takes some lines that hold a comment alone, or nothing, for an end of the
 * depth above, and then lets a scalar below them go on over the lines of others: behind such a line it gets the depth
 * back that it had before.
 */
export function* lexYaml(text: string): Generator<string> {
  const lexer = new Lexer()
  let depth: unknown = 0
  let isContent = false
  let isScalar = false
  for (const lexeme of lexer.lex(text)) {
    isContent ||= isScalar || !(lexeme.startsWith('#') || lexeme.trim() === '' || MARKS.includes(lexeme))
    isScalar = lexeme === SCALAR
    if (lexeme.endsWith('\n')) {
      if (isContent) depth = Reflect.get(lexer, DEPTH)
      else Reflect.set(lexer, DEPTH, depth)
      isContent = false
    }
    yield lexeme
  }
}
