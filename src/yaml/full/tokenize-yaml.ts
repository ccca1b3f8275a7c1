import { type CST, Parser } from 'yaml'
import { DEEPEST, mostWords } from '../bounds.ts'
import { ParseBudget } from '../parse-budget.ts'
import type { YamlProblem } from '../yaml-problem.ts'
import { findForbiddenCharacter } from './find-forbidden-character.ts'
import { lexYaml, wordsIn } from './lex-yaml.ts'
import { findTooDeep, isCollectionToken } from './measure-depth.ts'

export type YamlStream = { ok: true; tokens: CST.Token[]; documents: number } | { ok: false; problem: YamlProblem }

const TOO_MANY_WORDS =
  `there must not be more than ${mostWords(0)} words and signs, and one more for each four characters; ` +
  'divide it, or write it as JSON or in plain block style'
const TOO_DEEP = `lists and mappings must not nest deeper than ${DEEPEST} levels`

/** A stream's structure; a problem, too, where a character stands that YAML forbids. */
export function tokenizeYaml(text: string, budget = new ParseBudget()): YamlStream {
  const forbidden = findForbiddenCharacter(text)
  if (forbidden === undefined) return tokenizeAnything(text, budget)
  return fault(`the character ${forbidden.name} must not stand in YAML; remove it or escape it`, forbidden.offset)
}

/**
 * Reads a stream's structure, without recursion however deep it nests, and no further than it may go; `documents` counts
 * those that hold something.
 */
export function tokenizeAnything(text: string, budget = new ParseBudget()): YamlStream {
  const tokens: CST.Token[] = []
  let words = 0
  const parser = new Parser()
  for (const lexeme of lexYaml(text)) {
    words += wordsIn(lexeme)
    if (!budget.allowsWords(words, parser.offset)) return fault(TOO_MANY_WORDS, parser.offset)
    for (const token of parser.next(lexeme)) tokens.push(token)
    // The document itself is the first of the stack.
    const deepest = parser.stack[DEEPEST + 1]
    if (deepest !== undefined && isCollectionToken(deepest)) return fault(TOO_DEEP, deepest.offset)
  }
  for (const token of parser.end()) tokens.push(token)
  budget.takeText(words, text.length)
  let documents = 0
  for (const token of tokens) {
    if (token.type !== 'document' || token.value === undefined) continue
    documents++
    const tooDeep = findTooDeep(token)
    if (tooDeep !== undefined) return fault(TOO_DEEP, tooDeep)
  }
  return { ok: true, tokens, documents }
}

function fault(message: string, offset: number): { ok: false; problem: YamlProblem } {
  return { ok: false, problem: { message, offset } }
}
