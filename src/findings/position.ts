import { type Document, isCollection, isMap, isNode, isPair, isScalar, isSeq, type Node, type Pair } from 'yaml'
import type { PathStep } from '../json/json.ts'
import type { NamedItem } from '../resource-list/read-resource-list.ts'
import { composeDocuments } from '../yaml/full/compose-yaml.ts'
import { tokenizeAnything } from '../yaml/full/tokenize-yaml.ts'
import { parsePath } from './field-path.ts'
import { indexLines, type LineIndex, positionOf } from './index-lines.ts'

/** A stretch of a source text. Lines and columns count from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
  readonly endLine: number
  /** The column after the last character. */
  readonly endColumn: number
}

/** A stretch of a file; `''` is standard input. */
export interface FilePosition extends Position {
  readonly file: string
  /** Offset in the file's text, from 0. */
  readonly start: number
  /** The offset behind the last character. */
  readonly end: number
}

/** What is asked of an item: its own text, and where that stands. */
type LocatedText = Pick<NamedItem, 'source' | 'text' | 'offset'>

/** Finds values of one item by their paths. */
export type Locator = (path: string | undefined) => FilePosition | undefined

/**
 * Parses an item once, to say where the value at a path stands; where it is absent, the key of the nearest thing that
 * is there. The locator finds nothing when the item's text does not parse by itself. `place` is for a source of many items.
 */
export function locateIn({ source, text, offset }: LocatedText, place: LineIndex = indexLines(source.text)): Locator {
  const document = parse(text)
  if (!document?.contents || document.errors.length > 0) return () => undefined
  const { contents } = document
  const pairNamed = pairFinder()
  return (path) => {
    const [start, end] = descend(contents, parsePath(path ?? ''), pairNamed)
    return positionOf(source.file, offset + start, offset + Math.max(start, end), place)
  }
}

/** Undefined, too, for more than a parser should read: an item in JSON can be that. */
function parse(text: string): Document.Parsed | undefined {
  const stream = tokenizeAnything(text)
  if (!stream.ok) return undefined
  const [document] = composeDocuments(text, stream.tokens)
  return document
}

type Range = readonly [start: number, end: number]

/** A slice can be the item, or a list of this one item, or of such a list. */
function descend(contents: Node, steps: readonly PathStep[], pairNamed: FindPair): Range {
  let root: unknown = contents
  while (isSeq(root)) root = root.items[0]
  let range: Range = firstKey(root) ?? rangeOf(contents)
  let here: unknown = root
  for (const step of steps) {
    const pair = isMap(here) && typeof step === 'string' ? pairNamed(here.items, step) : undefined
    const next = pair ? pair.value : isCollection(here) && typeof step === 'number' ? here.items[step] : undefined
    const key = pair && isNode(pair.key) ? rangeOf(pair.key) : undefined
    if (next === undefined || next === null) return key ?? range
    // A collection is shown by its key: its own range can be many lines. An empty value has none.
    const written = isScalar(next) && rangeOf(next)[0] < rangeOf(next)[1]
    range = written ? rangeOf(next) : (key ?? firstKey(next) ?? range)
    here = next
  }
  return range
}

type FindPair = (items: readonly unknown[], name: string) => Pair | undefined

/** The first pair of a name; the pairs of a mapping are read once, for all paths through it. */
function pairFinder(): FindPair {
  const known = new Map<readonly unknown[], ReadonlyMap<string, Pair>>()
  return (items, name) => {
    const pairs = known.get(items) ?? pairsByName(items)
    known.set(items, pairs)
    return pairs.get(name)
  }
}

function pairsByName(items: readonly unknown[]): ReadonlyMap<string, Pair> {
  const pairs = new Map<string, Pair>()
  for (const item of items) {
    if (!isPair(item) || !isScalar(item.key)) continue
    const name = String(item.key.value)
    if (!pairs.has(name)) pairs.set(name, item)
  }
  return pairs
}

function firstKey(node: unknown): Range | undefined {
  const first = isMap(node) ? node.items[0] : undefined
  return isPair(first) && isNode(first.key) ? rangeOf(first.key) : undefined
}

function rangeOf(node: Node): Range {
  const [start, end] = node.range ?? [0, 0]
  return [start, end]
}
