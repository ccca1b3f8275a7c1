import { Composer, type CST, type Document, type YAMLParseError } from 'yaml'
import { LONGEST_QUOTE } from '../bounds.ts'
import type { ParseBudget } from '../parse-budget.ts'
import type { YamlProblem } from '../yaml-problem.ts'
import { expandAliases } from './expand-aliases.ts'
import { findKeyProblem } from './find-key-problem.ts'
import { READING } from './yaml-schema.ts'

interface YamlDocument {
  /** Without anchors and aliases: each alias was replaced by what it stands for. */
  readonly document: Document.Parsed
  readonly hadAliases: boolean
}

export type Composed = { ok: true; documents: YamlDocument[] } | { ok: false; problem: YamlProblem }

/** The documents of a stream that hold something, or the first problem of any. */
export function composeYaml(text: string, tokens: Iterable<CST.Token>, budget?: ParseBudget): Composed {
  const documents: YamlDocument[] = []
  for (const document of composeDocuments(text, tokens)) {
    const [error] = document.errors
    if (error !== undefined) return { ok: false, problem: { message: shorten(error.message), offset: error.pos[0] } }
    const expanded = expandAliases(document.contents)
    if (!expanded.ok) return expanded
    const problem = findKeyProblem(document.contents, budget)
    if (problem !== undefined) return { ok: false, problem }
    documents.push({ document, hadAliases: expanded.aliases > 0 })
  }
  return { ok: true, documents: documents.filter(({ document }) => holdsSomething(document)) }
}

/** The documents as they are written, with anchors, aliases and errors. */
export function* composeDocuments(text: string, tokens: Iterable<CST.Token>): Generator<Document.Parsed> {
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

/** The parser repeats what it does not like, whatever its length. */
function shorten(message: string): string {
  return message.length > LONGEST_QUOTE ? `${message.slice(0, LONGEST_QUOTE)}...` : message
}

function holdsSomething({ contents }: Document.Parsed): boolean {
  return contents !== null && contents.range[1] > contents.range[0]
}
