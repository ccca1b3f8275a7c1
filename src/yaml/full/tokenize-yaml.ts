import { type CST, Parser } from 'yaml'
import { DEEPEST } from '../bounds.ts'
import { findForbiddenCharacter } from './find-forbidden-character.ts'
import { lexYaml, wordsIn } from './lex-yaml.ts'
import { findTooDeep, isCollectionToken } from './measure-depth.ts'
import type { YamlProblem } from '../yaml-problem.ts'

export type YamlStream =
  | { ok: true; tokens: CST.Token[]; documents: number; words: number }
  | { ok: false; problem: YamlProblem }

const TOO_DEEP = `lists and mappings must not nest deeper than ${DEEPEST} levels`

/**
 * Reads a stream's structure, without recursion however deep it nests, and no further than it may go; `documents` counts
 * those that hold something.
 */
export function tokenizeYaml(text: string, mostWords: number): YamlStream {
  const forbidden = findForbiddenCharacter(text)
  if (forbidden !== undefined) {
    return fault(`the character ${forbidden.name} must not stand in YAML; remove it or escape it`, forbidden.offset)
  }
  const tokens: CST.Token[] = []
  let documents = 0
  let words = 0
  const parser = new Parser()
  for (const lexeme of lexYaml(text, (words) => words <= mostWords)) {
    words += wordsIn(lexeme)
    if (words > mostWords) return fault(tooMany(mostWords), parser.offset)
    for (const token of parser.next(lexeme)) tokens.push(token)
    // The document itself is the first of the stack.
    const deepest = parser.stack[DEEPEST + 1]
    if (deepest !== undefined && isCollectionToken(deepest)) return fault(TOO_DEEP, deepest.offset)
  }
  for (const token of parser.end()) tokens.push(token)
  for (const token of tokens) {
    if (token.type !== 'document' || token.value === undefined) continue
    documents++
    const tooDeep = findTooDeep(token)
    if (tooDeep !== undefined) return fault(TOO_DEEP, tooDeep)
  }
  return { ok: true, tokens, documents, words }
}

function tooMany(most: number): string {
  return `there must not be more than ${most} words and signs; divide it, or write it as JSON or in plain block style`
}

function fault(message: string, offset: number): { ok: false; problem: YamlProblem } {
  return { ok: false, problem: { message, offset } }
}
