import { Composer, type CST, type Document, type YAMLParseError } from 'yaml'
import { expandAliases } from './expand-aliases.ts'
import { findForbiddenCharacter } from './find-forbidden-character.ts'
import { findKeyProblem } from './find-key-problem.ts'
import { DEEPEST, findTooDeep } from './measure-depth.ts'
import { tokenizeComments } from './tokenize-comments.ts'
import type { YamlProblem } from './yaml-problem.ts'
import { READING } from './yaml-schema.ts'

interface YamlDocument {
  /** Without anchors and aliases: each alias was replaced by what it stands for. */
  readonly document: Document.Parsed
  readonly hadAliases: boolean
}

export type YamlStream = { ok: true; tokens: CST.Token[]; documents: number } | { ok: false; problem: YamlProblem }
export type Composed = { ok: true; documents: YamlDocument[] } | { ok: false; problem: YamlProblem }

/** Reads a stream's structure, without recursion however deep it nests; `documents` counts those that hold something. */
export function tokenizeYaml(text: string): YamlStream {
  const forbidden = findForbiddenCharacter(text)
  if (forbidden !== undefined) {
    return fault(`the character ${forbidden.name} must not stand in YAML; remove it or escape it`, forbidden.offset)
  }
  const tokens: CST.Token[] = []
  let documents = 0
  for (const token of tokenizeComments(text)) {
    tokens.push(token)
    if (token.type !== 'document' || token.value === undefined) continue
    documents++
    const tooDeep = findTooDeep(token)
    if (tooDeep !== undefined) return fault(`lists and mappings must not nest deeper than ${DEEPEST} levels`, tooDeep)
  }
  return { ok: true, tokens, documents }
}

/** The documents of a stream that hold something, or the first problem of any. */
export function composeYaml(text: string, tokens: Iterable<CST.Token>): Composed {
  const documents: YamlDocument[] = []
  for (const document of composeDocuments(text, tokens)) {
    const [error] = document.errors
    if (error !== undefined) return fault(error.message, error.pos[0])
    const expanded = expandAliases(document.contents)
    if (!expanded.ok) return expanded
    const problem = findKeyProblem(document.contents)
    if (problem !== undefined) return { ok: false, problem }
    documents.push({ document, hadAliases: expanded.aliases > 0 })
  }
  return { ok: true, documents: documents.filter(({ document }) => holdsSomething(document)) }
}

/** The documents as they are written, with anchors, aliases and errors. */
export function* composeDocuments(
  text: string,
  tokens: Iterable<CST.Token> = tokenizeComments(text),
): Generator<Document.Parsed> {
  const composer = new Composer({ schema: READING, uniqueKeys: false, logLevel: 'silent', prettyErrors: false })
  for (const document of composer.compose(tokens)) {
    document.errors = document.errors.filter((error) => !isCommentOfItsOwn(text, error))
    yield document
  }
}

/** `yaml` 2.9 misses the line break between a flow mapping's value and a comment at column 0 below it. */
function isCommentOfItsOwn(text: string, { code, pos: [start] }: YAMLParseError): boolean {
  return code === 'MISSING_CHAR' && text[start] === '#' && text[start - 1] === '\n'
}

function holdsSomething({ contents }: Document.Parsed): boolean {
  return contents !== null && contents.range[1] > contents.range[0]
}

function fault(message: string, offset: number): { ok: false; problem: YamlProblem } {
  return { ok: false, problem: { message, offset } }
}
